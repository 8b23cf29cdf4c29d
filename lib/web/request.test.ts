import { describe, expect, test } from "vitest";
import { isAppError } from "@/lib/errors";
import { clientIp } from "./client-ip";
import { idempotencyKeyOf } from "./idempotency-key";
import { localeOf } from "./locale";
import { nextPath } from "./next-path";
import { requestIdOf } from "./request-id";
import { isSameOrigin } from "./same-origin";

const forwarded = (value: string) => new Headers({ "x-forwarded-for": value });

describe("the client's address", () => {
  test("is what the outermost trusted proxy saw; what a client writes before it is ignored", () => {
    expect(clientIp(forwarded("203.0.113.9"), 1)).toBe("203.0.113.9");
    expect(clientIp(forwarded("6.6.6.6, 203.0.113.9"), 1)).toBe("203.0.113.9");
    expect(clientIp(forwarded("6.6.6.6, 203.0.113.9, 10.0.0.2"), 2)).toBe("203.0.113.9");
    expect(clientIp(forwarded("203.0.113.9"), 3)).toBe("203.0.113.9");
  });

  test("is a network where it is IPv6, so that one line cannot be a thousand", () => {
    expect(clientIp(forwarded("2001:db8:0:1::5"), 1)).toBe("2001:db8:0:1::/64");
    expect(clientIp(forwarded("2001:db8:0:1:aaaa:bbbb:cccc:dddd"), 1)).toBe("2001:db8:0:1::/64");
    expect(clientIp(forwarded("2001:db8::5"), 1)).toBe("2001:db8:0:0::/64");
    expect(clientIp(forwarded("::ffff:203.0.113.9"), 1)).toBe("203.0.113.9");
    expect(clientIp(forwarded("[2001:db8::5]:4711"), 1)).toBe("2001:db8:0:0::/64");
  });

  test("is never what no address is", () => {
    expect(clientIp(new Headers(), 1)).toBe("unknown");
    expect(clientIp(forwarded("'; drop table users"), 1)).toBe("unknown");
  });
});

describe("a write is ours", () => {
  const host = "hall.example:3000";
  test.each([
    [{ "sec-fetch-site": "same-origin", host }, true],
    [{ "sec-fetch-site": "same-site", origin: "http://hall.example:3000", host }, false],
    [{ "sec-fetch-site": "cross-site", host }, false],
    [{ "sec-fetch-site": "none", host }, false],
    [{ origin: "http://hall.example:3000", host }, true],
    [{ origin: "http://other.example", host }, false],
    [{ origin: "null", host }, false],
    [{ host }, false],
  ])("%o: %s", (headers, ours) => {
    expect(isSameOrigin(new Headers(headers))).toBe(ours);
  });
});

test("a sane request id is kept, any other replaced", () => {
  expect(requestIdOf(new Headers({ "x-request-id": "edge-12345678" }))).toBe("edge-12345678");
  const made = requestIdOf(new Headers({ "x-request-id": "a b\tc" }));
  expect(made).toMatch(/^[0-9a-f-]{36}$/);
  expect(requestIdOf(new Headers())).not.toBe(made);
});

test("a language is taken from ?lang, the page, the cookie, Accept-Language, the tenant, in this order", () => {
  const headers = new Headers({ "x-next-intl-locale": "hi", "accept-language": "fr, en;q=0.5, mr;q=0.9" });
  expect(localeOf({ headers, cookie: "mr", lang: "en" }, "mr")).toBe("en");
  expect(localeOf({ headers, cookie: "mr", lang: "xx" }, "mr")).toBe("hi");
  headers.delete("x-next-intl-locale");
  expect(localeOf({ headers, cookie: "en" }, "hi")).toBe("en");
  expect(localeOf({ headers, cookie: undefined }, "hi")).toBe("mr");
  expect(localeOf({ headers: new Headers({ "accept-language": "fr-FR" }), cookie: undefined }, "hi")).toBe("hi");
  expect(localeOf({ headers: new Headers({ "accept-language": "hi-IN" }), cookie: undefined }, "mr")).toBe("hi");
});

test("the way on leads to our own pages only", () => {
  expect(nextPath("/mr/book/sai?date=2027-02-07#pay")).toBe("/mr/book/sai?date=2027-02-07#pay");
  for (const elsewhere of ["//evil.example", "/\\evil.example", "/\t/evil.example", "https://evil.example", "mr", ""]) {
    expect(nextPath(elsewhere), elsewhere).toBeNull();
  }
  expect(nextPath(["/mr"])).toBeNull();
  expect(nextPath(undefined)).toBeNull();
});

test("an idempotency key is 8 to 255 plain characters, under either name", () => {
  expect(idempotencyKeyOf(new Headers({ "idempotency-key": "hold-1234.a:b_c" }))).toBe("hold-1234.a:b_c");
  expect(idempotencyKeyOf(new Headers({ "x-idempotency-key": '"hold-1234"' }))).toBe("hold-1234");
  expect(idempotencyKeyOf(new Headers())).toBeNull();
  for (const bad of ["short", "x".repeat(256), "with space", "naïve-key"]) {
    try {
      idempotencyKeyOf(new Headers({ "idempotency-key": bad }));
      expect.unreachable(bad);
    } catch (error) {
      expect(isAppError(error, "INVALID_INPUT")).toBe(true);
    }
  }
});
