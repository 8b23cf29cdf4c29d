import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";

vi.setConfig({ testTimeout: 60_000 });

const dir = mkdtempSync(join(tmpdir(), "mandap-hall-"));
const file = join(dir, "hall.json");
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** What the command says of a file with this in it, where it has no database. */
function said(text: string): string[] {
  writeFileSync(file, text);
  const args = ["--import", "tsx", "--conditions=react-server", "db/seed/add-hall.ts", file];
  const { stderr, status } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    env: { PATH: process.env.PATH, NODE_ENV: "test" },
  });
  expect(status).toBe(1);
  return stderr.trim().split("\n");
}

const sample = () => JSON.parse(readFileSync("docs/hall-sample.json", "utf8"));

test("each thing that is wrong in the file is a line that says where", () => {
  const { owner, ...hall } = sample();
  expect(said(JSON.stringify({ ...hall, owner: { ...owner, phone: "123" }, colour: "red" }))).toEqual([
    "owner.phone: as +919876543210",
    'Unrecognized key: "colour"',
  ]);
});

test("a file that is no JSON is named", () => {
  expect(said('{ "slug":')).toEqual([`${file} cannot be read: Unexpected end of JSON input`]);
});

test("without an environment it says which variable, and where to give it, in one line", () => {
  const lines = said(JSON.stringify(sample()));
  expect(lines).toEqual([expect.stringMatching(/DATABASE_URL and \d+ more.*\.env.*npm run dev.*LOCAL_DIR/)]);
});
