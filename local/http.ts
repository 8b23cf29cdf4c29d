import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What every stand-in is made of: one plain server on the loopback address that can misbehave on command. */

export type Call = { method: string; url: URL; headers: IncomingHttpHeaders; body: string };
export type Reply = { status?: number; headers?: Record<string, string>; body: string };
export type Handler = (call: Call) => Promise<Reply> | Reply;
/** How a stand-in misbehaves: what it answers about that itself, and what hits the next call. */
type Faults = {
  control: (call: Call) => Reply | null;
  next: (method: string, path: string) => Hurt;
};
type Hurt = Partial<{
  latencyMs: number | undefined;
  hang: boolean | undefined;
  status: number | undefined;
  dropAfterCommit: boolean | undefined;
}>;
export type Service = { url: string; port: number; close: () => Promise<void> };

const BODY_LIMIT = 2_000_000;
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, PATCH, DELETE, OPTIONS",
  "access-control-allow-headers": "*",
  "access-control-max-age": "600",
};

export const json = (value: unknown, status = 200): Reply => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8" },
  body: JSON.stringify(value),
});

export const html = (body: string, status = 200, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8", ...headers },
  body,
});

/** The body as JSON; `undefined` where it is not. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Starts a server on 127.0.0.1; port 0 takes any free one. */
export async function serve(options: { port: number; handle: Handler; faults: Faults }): Promise<Service> {
  const sockets = new Set<Socket>();
  const closing = new AbortController();
  const server = createServer((request, response) => {
    answer(request, response, options, closing.signal).catch((error: unknown) => {
      if (closing.signal.aborted) return;
      console.error(error);
      if (!response.headersSent) write(response, json({ error: String(error) }, 500));
    });
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: () => {
      closing.abort();
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { handle, faults }: { handle: Handler; faults: Faults },
  closing: AbortSignal,
): Promise<void> {
  const method = request.method ?? "GET";
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (method === "OPTIONS") return write(response, { status: 204, body: "" });
  const body = await read(request);
  if (body === null) return write(response, json({ error: "body too large" }, 413));
  const call: Call = { method, url, headers: request.headers, body };
  if (url.pathname.startsWith("/__control")) {
    return write(response, faults.control(call) ?? (await handle(call)));
  }

  const fault = faults.next(method, url.pathname);
  if (fault.hang) return;
  if (fault.latencyMs) await sleep(fault.latencyMs, undefined, { signal: closing });
  if (fault.status) return write(response, html(`<h1>${fault.status}</h1>`, fault.status));
  const reply = await handle(call);
  if (fault.dropAfterCommit) {
    request.socket.destroy();
    return;
  }
  write(response, reply);
}

async function read(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function write(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status ?? 200, { ...CORS, "cache-control": "no-store", ...reply.headers });
  response.end(reply.body);
}
