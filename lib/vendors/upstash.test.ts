import { createServer, type RequestListener, type Server } from "node:http";
import { json } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { upstashCache } from "./upstash";

const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<{ url: string; calls: () => number }> {
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}`, calls: () => calls };
}

/** The client sends what is asked at once as one pipeline: a list of commands, answered by a list. */
const everyResult =
  (result: unknown): RequestListener =>
  async (request, response) => {
    const commands = await json(request);
    response.end(JSON.stringify(Array.isArray(commands) ? commands.map(() => ({ result })) : { result }));
  };

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

test("a stored text comes back as it was", async () => {
  const { url } = await serve(everyResult('{"a":1}'));
  expect(await upstashCache({ url, token: "x", answerWithinMs: 2_000 }).get("k")).toBe('{"a":1}');
});

test.each<[string, RequestListener]>([
  ["an error", (_, response) => response.writeHead(500).end('{"error":"ERR"}')],
  ["a page instead of JSON", (_, response) => response.end("<html>")],
  ["nothing, ever", () => {}],
  ["a cut connection", (request) => request.socket.destroy()],
  ["another shape", everyResult({ not: "text" })],
  ["one answer for many", (_, response) => response.end('{"result":"v"}')],
])("%s is no value, within the time allowed", async (_, listener) => {
  const { url } = await serve(listener);
  const cache = upstashCache({ url, token: "x", answerWithinMs: 100 });
  const began = performance.now();
  expect(await cache.get("k")).toBeNull();
  await cache.set("k", "v", 10);
  expect(performance.now() - began).toBeLessThan(600);
});

test("where the connection is cut a read is tried once more, and a count is not", async () => {
  const { url, calls } = await serve((request) => request.socket.destroy());
  const cache = upstashCache({ url, token: "x", answerWithinMs: 2_000 });
  expect([await cache.get("k"), calls()]).toEqual([null, 2]);
  expect([await cache.count([{ key: "n", by: 1 }], 60), calls()]).toEqual([null, 3]);
});

test("after three failures it is left alone for five seconds, then tried once, then trusted again", async () => {
  let now = 0;
  let healthy = false;
  const { url, calls } = await serve((request, response) =>
    healthy ? everyResult("v")(request, response) : response.writeHead(500).end('{"error":"ERR"}'),
  );
  const cache = upstashCache({ url, token: "x", clock: () => now, answerWithinMs: 2_000 });
  for (let n = 0; n < 10; n++) await cache.get("k");
  expect(calls()).toBe(3);

  now = 5_001;
  await Promise.all([cache.get("k"), cache.get("k"), cache.get("k")]);
  expect(calls()).toBe(4);

  healthy = true;
  now = 10_002;
  expect(await cache.get("k")).toBe("v");
  expect(await Promise.all([cache.get("k"), cache.get("k")])).toEqual(["v", "v"]);
});

test("health is asked even while it counts as away, and its trouble is no answer", async () => {
  let healthy = false;
  const { url } = await serve((request, response) =>
    healthy ? everyResult("PONG")(request, response) : response.writeHead(500).end('{"error":"ERR"}'),
  );
  const cache = upstashCache({ url, token: "x", answerWithinMs: 2_000 });
  for (let n = 0; n < 4; n++) await cache.get("k");
  expect(await cache.ping()).toBeNull();
  healthy = true;
  expect(await cache.ping()).toBeGreaterThan(0);
});

test("what has a key of a pattern is looked for to the end, and taken away", async () => {
  const asked: unknown[] = [];
  const answers = [["7", ["av:1", "av:2"]], ["0", ["av:2", "av:3"]], 3];
  const { url } = await serve(async (request, response) => {
    const commands = await json(request);
    const isList = Array.isArray(commands) && Array.isArray(commands[0]);
    asked.push(...(isList ? commands : [commands]));
    const result = answers.shift();
    response.end(JSON.stringify(isList ? [{ result }] : { result }));
  });
  const cache = upstashCache({ url, token: "x", answerWithinMs: 2_000 });
  expect(await cache.forget("av:*")).toEqual({ entries: 3, isComplete: true });
  expect(asked).toEqual([
    ["scan", "0", "match", "av:*", "count", 500],
    ["scan", "7", "match", "av:*", "count", 500],
    ["unlink", "av:1", "av:2", "av:3"],
  ]);
});

test("what could not be looked for to the end is left as it is", async () => {
  const { url, calls } = await serve((_, response) => response.writeHead(500).end('{"error":"ERR"}'));
  const cache = upstashCache({ url, token: "x", answerWithinMs: 2_000 });
  expect(await cache.forget("av:*")).toEqual({ entries: 0, isComplete: false });
  expect(calls()).toBe(1);
});
