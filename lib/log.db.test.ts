import { sql } from "drizzle-orm";
import pino from "pino";
import { expect, test } from "vitest";
import { inTenant, type TenantId } from "@/db/client";
import { newId } from "@/db/id";
import { users } from "@/db/schema/people";
import { makeFamily } from "@/db/testing/make-family";
import { makeTenant } from "@/db/testing/make-tenant";
import { logOptions } from "./log";

/** What the log says of a failure, as one line. */
function lineOf(error: unknown): string {
  const lines: string[] = [];
  pino({ ...logOptions, level: "error" }, { write: (line) => lines.push(line) }).error({ err: error }, "failed");
  return lines.join("");
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.unreachable("it must fail"),
    (error: unknown) => error,
  );
}

test("a failed query is logged without what it was given, whoever says so", async () => {
  const tenant = await makeTenant();
  const { actor } = await makeFamily(tenant);
  const row = { tenantId: tenant.id, id: newId(), phone: actor.phone, name: "Sunita Jadhav\nof Parbhani" };
  const line = lineOf(await failureOf(inTenant(tenant.id, (tx) => tx.insert(users).values(row))));
  for (const told of ["23505", "users_", "insert into", "log.db.test"]) expect(line).toContain(told);
  for (const secret of ["Sunita", "Jadhav", "Parbhani", actor.phone, actor.phone.slice(-10), row.id]) {
    expect(line).not.toContain(secret);
  }
});

test("a value that Postgres cannot read is not repeated", async () => {
  const tenantId: TenantId = (await makeTenant()).id;
  const failing = inTenant(tenantId, (tx) => tx.execute(sql`select ${"sunita@example.in"}::uuid`));
  const line = lineOf(await failureOf(failing));
  expect(line).toContain("22P02");
  expect(line).not.toContain("sunita");
});

test("a request's line keeps the code of its refusal and the id of its key", () => {
  const line = { code: "SLOT_TAKEN", key: newId() };
  const lines: string[] = [];
  pino({ ...logOptions, level: "info" }, { write: (text) => lines.push(text) }).info(line, "request");
  expect(JSON.parse(lines.join(""))).toMatchObject(line);
});

test("a job's or a vendor's error keeps what helps to find its cause", () => {
  const line = lineOf(new Error("no answer", { cause: Object.assign(new Error("refused"), { code: "ECONNREFUSED" }) }));
  for (const told of ["no answer", "ECONNREFUSED", "stack"]) expect(line).toContain(told);
});
