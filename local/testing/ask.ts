import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export type Asked = {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: Buffer | string | undefined;
  timeoutMs?: number;
};
export type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: string };

export const TOO_LATE = "no answer in time";

/** One request over node:http, which sends any `Host` (fetch does not). Fails where nobody answers in time. */
export function ask(port: number, { path, method = "GET", headers, body, timeoutMs = 10_000 }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // Node adds it by itself only to methods that are meant to have a body.
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const options = { host: "127.0.0.1", port, path, method, headers: { ...headers, ...length }, agent };
    const call = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text });
      });
    });
    call.setTimeout(timeoutMs, () => call.destroy(new Error(TOO_LATE)));
    call.on("error", reject);
    call.end(body);
  });
}
