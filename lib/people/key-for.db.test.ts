import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { makeTenant, type TestTenant } from "@/db/testing/make-tenant";
import { scopesOf } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import { keyFor } from "./key-for";
import { listApiKeys } from "./list-api-keys";
import { loadKeyActor } from "./load-key-actor";

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await makeTenant();
});

const ask = (...args: string[]) => keyFor(["--tenant", tenant.slug, ...args]);
async function newest() {
  const ctx: Ctx = { tenant, actor: { kind: "platform" }, now: new Date(), requestId: "test" };
  return (await listApiKeys(ctx))[0];
}

test.each(["owner", "manager", "staff"] as const)("--role %s may what that role may", async (role) => {
  const key = await ask("--role", role);
  expect((await loadKeyActor(tenant, key))?.scopes).toEqual(scopesOf(role));
  expect(await newest()).toMatchObject({ name: "Command line", by: null, expiresAt: null });
});

test("--scopes, --name and --days say the rest", async () => {
  const key = await ask("--scopes", "booking.read, money.read", "--name", "Accounts", "--days", "90");
  expect((await loadKeyActor(tenant, key))?.scopes).toEqual(["booking.read", "money.read"]);
  const made = await newest();
  expect(made?.name).toBe("Accounts");
  expect(Math.round(((made?.expiresAt?.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(90);
});

test.each([
  [[]],
  [["--role", "king"]],
  [["--role", "owner", "--scopes", "booking.read"]],
  [["--scopes", "booking.read,team.write"]],
  [["--scopes", ""]],
  [["--role", "owner", "--days", "0"]],
  [["--role", "owner", "--days", "soon"]],
  [["--role", "owner", "--name", ""]],
  [["--role", "owner", "--colour", "red"]],
  [["--role", "owner", "stray"]],
])("%j makes no key", async (args) => {
  const before = await newest();
  await expect(ask(...args)).rejects.toThrow();
  // By its id alone: that a key was used is noted a moment later.
  expect((await newest())?.id).toBe(before?.id);
});

test("a hall that is not there gets none", async () => {
  await expect(keyFor(["--role", "owner"])).rejects.toThrow("is missing");
  await expect(keyFor(["--tenant", "nowhere", "--role", "owner"])).rejects.toThrow('no hall "nowhere"');
});

const run = promisify(execFile);
const script = (...args: string[]) => {
  const command = ["--import", "tsx", "--conditions=react-server", "lib/people/print-api-key.ts", ...args];
  return run(process.execPath, command, { env: { ...process.env, LOG_LEVEL: "trace" } });
};

test("the script prints the key and nothing else; what is wrong goes to the other output, with exit code 1", async () => {
  const { stdout } = await script("--tenant", tenant.slug, "--role", "owner");
  expect(stdout).toMatch(/^mandap_[\w-]{43}\n$/);
  expect(await loadKeyActor(tenant, stdout.trim())).not.toBeNull();
  const failed = script("--tenant", "nowhere", "--role", "owner");
  await expect(failed).rejects.toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("nowhere") });
});

test("what it cannot do it says in a sentence: what is wrong, and which database it looked into", async () => {
  const failed = (...args: string[]) =>
    script(...args).then(
      () => expect.unreachable("it must fail"),
      ({ stderr }: { stderr: string }) => stderr.split("\n")[0],
    );
  const small = "--days: This is too small. Please enter more.";
  expect(await failed("--tenant", tenant.slug, "--role", "owner", "--days", "0")).toBe(small);
  const { host, pathname } = new URL(process.env.DATABASE_URL ?? "");
  const nowhere = `there is no hall "nowhere" in the database ${pathname.slice(1)} at ${host}`;
  expect(await failed("--tenant", "nowhere", "--role", "owner")).toBe(nowhere);
});
