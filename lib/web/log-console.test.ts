import { DrizzleQueryError } from "drizzle-orm/errors";
import pino from "pino";
import { afterEach, expect, test, vi } from "vitest";
import { log, logOptions } from "@/lib/log";
import { underRequest } from "@/lib/request-context";
import { logConsole } from "./log-console";

const { error, warn } = console;
afterEach(() => {
  Object.assign(console, { error, warn });
  vi.restoreAllMocks();
});

/** What the log holds after Next has said something. */
function linesOf(say: () => void): string[] {
  const lines: string[] = [];
  const written = pino({ ...logOptions, level: "warn" }, { write: (line) => lines.push(line) });
  vi.spyOn(log, "error").mockImplementation(written.error.bind(written));
  vi.spyOn(log, "warn").mockImplementation(written.warn.bind(written));
  logConsole();
  underRequest("request-of-page", say);
  return lines;
}

test("a page that failed is one line, with the reference that it shows and without anybody's data", () => {
  const cause = new DrizzleQueryError('select "name" from "users"\n where "phone" = $1', ["+919876543210", "Sunita"]);
  const [line = "", ...more] = linesOf(() =>
    console.error("\u001b[31m⨯\u001b[39m", Object.assign(cause, { digest: "4711" })),
  );
  expect(more).toEqual([]);
  expect(line.trim().split("\n")).toHaveLength(1);
  expect(JSON.parse(line)).toMatchObject({ level: 50, requestId: "request-of-page", digest: "4711" });
  expect(line).toContain("select");
  expect(line).not.toMatch(/Sunita|9876543210|params/);
});

test("what it warns of, and a failure that is none of Error's, are a line each too", () => {
  const lines = linesOf(() => {
    console.warn("\u001b[33m⚠\u001b[39m The %s is\nold", "cache");
    console.error({ reason: "odd" });
  });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 40, msg: "The cache is\nold" }),
    expect.objectContaining({ level: 50, msg: "{ reason: 'odd' }" }),
  ]);
});
