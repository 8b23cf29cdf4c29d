import { Agent, request } from "node:http";
import type { Answer } from "./answers";

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

export type Sent = {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: Buffer | string | undefined;
};

/** One call over node:http, which sends any `Host`. Fails where nobody answers in time. */
export function send(port: number, { method, path, headers = {}, body }: Sent, timeoutMs = 20_000): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const call = request(
      { host: "127.0.0.1", port, path, method, headers: { ...headers, ...length }, agent },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text });
        });
      },
    );
    call.setTimeout(timeoutMs, () => call.destroy(new Error("no answer in time")));
    call.on("error", reject);
    call.end(body);
  });
}
