import { Redis } from "@upstash/redis";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "../http";
import { startUpstash } from "./server";

const token = "a-token";
let service: Service;
let redis: Redis;
const client = (options: { token?: string; responseEncoding?: false } = {}) =>
  new Redis({ url: service.url, token, retry: false, enableTelemetry: false, ...options });
const control = (body: unknown) =>
  fetch(`${service.url}/__control`, { method: "POST", body: JSON.stringify(body) }).then((answer) => answer.status);

beforeAll(async () => {
  service = await startUpstash({ port: 0, token });
  redis = client();
});
afterAll(() => service.close());
beforeEach(async () => {
  await fetch(`${service.url}/__control`, { method: "DELETE" });
  await redis.flushdb();
});

describe("the Upstash stand-in, by the real client", () => {
  it("keeps strings in any script, and objects", async () => {
    expect(await redis.set("name", "मंगल कार्यालय")).toBe("OK");
    expect(await redis.get("name")).toBe("मंगल कार्यालय");
    await redis.set("days", { a: [1, 2], b: "OK" });
    expect(await redis.get("days")).toEqual({ a: [1, 2], b: "OK" });
    await redis.set("ok", "OK");
    expect(await redis.get("ok")).toBe("OK");
    expect(await redis.get("nothing")).toBeNull();
    expect(await client({ responseEncoding: false }).get("name")).toBe("मंगल कार्यालय");
  });

  it("honours NX, XX, GET and KEEPTTL", async () => {
    expect(await redis.set("k", "1", { xx: true })).toBeNull();
    expect(await redis.set("k", "a", { nx: true, ex: 60 })).toBe("OK");
    expect(await redis.set("k", "b", { nx: true })).toBeNull();
    expect(await redis.set("k", "c", { get: true, keepTtl: true })).toBe("a");
    expect(await redis.ttl("k")).toBe(60);
    await redis.set("k", "d");
    expect(await redis.ttl("k")).toBe(-1);
    expect(await redis.ttl("none")).toBe(-2);
  });

  it("forgets what has expired", async () => {
    await redis.set("px", "1", { px: 400 });
    await redis.set("pxat", "1", { pxat: Date.now() + 400 });
    await redis.psetex("ps", 400, "1");
    await redis.setex("ex", 60, "1");
    await redis.set("e", "1");
    await redis.pexpire("e", 400);
    expect(await redis.exists("px", "pxat", "ps", "e", "ex")).toBe(5);
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect(await redis.exists("px", "pxat", "ps", "e", "ex")).toBe(1);
    expect(await redis.dbsize()).toBe(1);
    expect(await redis.expire("ex", 10)).toBe(1);
    expect(await redis.pttl("ex")).toBeLessThanOrEqual(10_000);
  });

  it("counts, and does many keys at once", async () => {
    expect(await redis.incr("n")).toBe(1);
    expect(await redis.incrby("n", 41)).toBe(42);
    expect(await redis.decr("n")).toBe(41);
    await redis.mset({ a: "x", b: "y" });
    expect(await redis.mget("a", "none", "b")).toEqual(["x", null, "y"]);
    expect(await redis.del("a", "none")).toBe(1);
    expect(await redis.unlink("b")).toBe(1);
    await redis.set("word", "w");
    await expect(redis.incr("word")).rejects.toThrow("not an integer");
  });

  it("knows hashes and sets", async () => {
    expect(await redis.hset("h", { a: "1", b: "x" })).toBe(2);
    expect(await redis.hget("h", "b")).toBe("x");
    expect(await redis.hgetall("h")).toEqual({ a: 1, b: "x" });
    expect(await redis.hdel("h", "a", "b")).toBe(2);
    expect(await redis.type("h")).toBe("none");
    expect(await redis.sadd("s", "a", "b", "a")).toBe(2);
    expect((await redis.smembers("s")).sort()).toEqual(["a", "b"]);
    expect(await redis.srem("s", "a")).toBe(1);
    await expect(redis.get("s")).rejects.toThrow("WRONGTYPE");
  });

  it("knows sorted sets", async () => {
    await redis.zadd("z", { score: 2, member: "b" }, { score: 1, member: "a" }, { score: 3, member: "c" });
    expect(await redis.zrange("z", 0, -1)).toEqual(["a", "b", "c"]);
    expect(await redis.zrange("z", 0, 1, { rev: true, withScores: true })).toEqual(["c", 3, "b", 2]);
    expect(await redis.zrange("z", "(1", "+inf", { byScore: true })).toEqual(["b", "c"]);
    expect(await redis.zremrangebyscore("z", "-inf", 2)).toBe(2);
    expect(await redis.zcard("z")).toBe(1);
  });

  it("finds keys by pattern", async () => {
    for (const key of ["av:1:a", "av:1:b", "av:2:a", "x[1]"]) await redis.set(key, "1");
    expect((await redis.keys("av:1:*")).sort()).toEqual(["av:1:a", "av:1:b"]);
    expect(await redis.keys("x\\[1\\]")).toEqual(["x[1]"]);
    const found: string[] = [];
    let cursor = "0";
    do {
      const [next, keys] = await redis.scan(cursor, { match: "av:*", count: 2 });
      found.push(...keys);
      cursor = next;
    } while (cursor !== "0");
    expect(found.sort()).toEqual(["av:1:a", "av:1:b", "av:2:a"]);
  });

  it("runs pipelines and transactions", async () => {
    const pipeline = redis.pipeline().set("a", "1").incr("a").get("a").ping();
    expect(await pipeline.exec()).toEqual(["OK", 2, 2, "PONG"]);
    expect(await redis.multi().incr("a").sadd("s", "m").smembers("s").exec()).toEqual([3, 1, ["m"]]);
    const broken = await redis.pipeline().set("w", "x").incr("w").exec({ keepErrors: true });
    expect(broken[1]?.error).toContain("not an integer");
  });

  it("refuses strangers, unknown commands and nonsense", async () => {
    await expect(client({ token: "wrong" }).get("a")).rejects.toThrow("WRONGPASS");
    await expect(redis.eval("return 1", [], [])).rejects.toThrow("ERR unknown command 'eval'");
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(service.url, { method: "POST", headers, body: "{" });
    expect(answer.status).toBe(400);
  });
});

describe("misbehaviour on command", () => {
  it("answers late, not at all, or with an error, as often as told", async () => {
    expect(await control({ latencyMs: 80, times: 1 })).toBe(200);
    const before = performance.now();
    await redis.ping();
    expect(performance.now() - before).toBeGreaterThanOrEqual(75);

    await control({ hang: true, times: 1 });
    const hung = fetch(service.url, { method: "POST", body: "[]", signal: AbortSignal.timeout(100) });
    await expect(hung).rejects.toThrow("timeout");

    await control({ status: 502, times: 2 });
    await expect(redis.ping()).rejects.toThrow();
    expect(await (await fetch(`${service.url}/__control`)).json()).toEqual({ status: 502, times: 1 });
    await expect(redis.ping()).rejects.toThrow();
    expect(await redis.ping()).toBe("PONG");
  });

  it("does the work and then drops the connection", async () => {
    await control({ dropAfterCommit: true, times: 1 });
    const headers = { authorization: `Bearer ${token}` };
    const dropped = fetch(service.url, { method: "POST", headers, body: '["INCR","n"]' });
    await expect(dropped).rejects.toThrow("fetch failed");
    expect(await redis.get("n")).toBe(1);
  });

  it("refuses what it does not know", async () => {
    expect(await control({ latency: 5 })).toBe(400);
    expect(await control([])).toBe(400);
  });
});
