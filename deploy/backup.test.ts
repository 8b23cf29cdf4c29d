import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const OLD = "mandap-20260101T203000Z.dump";
const SCRIPT = join("deploy", "backup.sh");
const DAY_MS = 86_400_000;
const WRITES_HALF =
  'for word; do case $word in --file=*) file=$(echo "$word" | cut -d= -f2) ;; esac; done; echo half >"$file"';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "mandap-backup-"));
  const monthAgo = new Date(Date.now() - 30 * DAY_MS);
  writeFileSync(join(dir, OLD), "whole");
  utimesSync(join(dir, OLD), monthAgo, monthAgo);
  fake("psql", "echo t");
  fake("pg_dump", `${WRITES_HALF}; echo end >>"$file"`);
  // A list needs the beginning alone; the rest is read only where all of it is wanted.
  fake("pg_restore", 'case $1 in --list) echo "1; TABLE DATA public tenants" ;; *) grep -q end "$2" ;; esac');
  // The first sleep is until tonight, the second until another try, the third until tomorrow.
  fake("sleep", `echo nap >>"${dir}/naps"; [ "$(grep -c nap "${dir}/naps")" -lt 3 ] || kill -TERM $PPID`);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function fake(command: string, script: string): void {
  writeFileSync(join(dir, command), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** What it leaves under a dump's name. */
function run(mode: "once" | "nightly") {
  const env = { ...process.env, PATH: `${dir}:${process.env.PATH}`, BACKUP_DIR: dir };
  const { status, stderr } = spawnSync(SCRIPT, [mode], { env, encoding: "utf8", timeout: 20_000 });
  return { status, stderr, dumps: readdirSync(dir).filter((name) => name.endsWith(".dump")) };
}

test("a whole dump gets its name, and what is older than wanted goes", () => {
  const { status, dumps } = run("once");
  expect({ status, dumps }).toEqual({ status: 0, dumps: [expect.stringMatching(/^mandap-\d{8}T\d{6}Z\.dump$/)] });
  expect(dumps).not.toContain(OLD);
});

for (const mode of ["once", "nightly"] as const) {
  test(`a dump that broke off never gets its name and costs no older one (${mode})`, () => {
    fake("pg_dump", `${WRITES_HALF}; exit 1`);
    expect(run(mode).dumps).toEqual([OLD]);
  });

  test(`nor does one that cannot be read to its end (${mode})`, () => {
    fake("pg_dump", WRITES_HALF);
    expect(run(mode).dumps).toEqual([OLD]);
  });
}

test("a night without a dump is tried twice, and says so", () => {
  fake("pg_dump", `echo try >>"${dir}/tries"; exit 1`);
  const { stderr } = run("nightly");
  expect(stderr).toContain("FAILED, no dump tonight");
  expect(spawnSync("grep", ["-c", "try", join(dir, "tries")], { encoding: "utf8" }).stdout.trim()).toBe("2");
});
