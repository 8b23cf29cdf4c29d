import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

const here = new URL("env-files.ts", import.meta.url).href;
const tsx = import.meta.resolve("tsx");

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "mandap-env-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(join(dir, file, ".."), { recursive: true });
  writeFileSync(join(dir, file), text);
}

/** What DATABASE_URL is in a command that was started with this, and what it said unasked. */
function databaseUrl(given: Record<string, string> = {}) {
  const { DATABASE_URL: _, LOCAL_DIR: __, ...rest } = process.env;
  const print = "console.log(process.env.DATABASE_URL)";
  const args = ["--import", tsx, "--import", here, "--input-type=module", "-e", print];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: dir,
    env: { ...rest, ...given },
    encoding: "utf8",
  });
  return { is: stdout.trim(), said: stderr };
}

test("a command reaches the services of the set that LOCAL_DIR names", () => {
  write(".local/env", "DATABASE_URL='first'\n");
  write(".local-two/env", "DATABASE_URL='second'\n");
  expect(databaseUrl()).toEqual({ is: "first", said: "" });
  expect(databaseUrl({ LOCAL_DIR: ".local-two" })).toEqual({ is: "second", said: "" });
  write(".env", "LOCAL_DIR=.local-two\n");
  expect(databaseUrl().is).toBe("second");
});

test("the environment goes before .env.local, that before .env, that before the local services; none need be there", () => {
  expect(databaseUrl()).toEqual({ is: "undefined", said: "" });
  write(".local/env", "DATABASE_URL='local services'\n");
  write(".env", "DATABASE_URL=env\n");
  expect(databaseUrl().is).toBe("env");
  write(".env.local", "DATABASE_URL=env.local\n");
  expect(databaseUrl().is).toBe("env.local");
  expect(databaseUrl({ DATABASE_URL: "given" }).is).toBe("given");
});

test.each(["db:migrate", "db:seed", "db:studio", "api-key", "hall:add"])("npm run %s loads them", (name) => {
  expect(JSON.parse(readFileSync("package.json", "utf8")).scripts[name]).toContain(" --import ./db/env-files.ts ");
});
