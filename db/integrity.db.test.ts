import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { claimStatus } from "@/db/schema/bookings";
import { BOOKING_STATUSES, type BookingStatus, TRANSITIONS } from "@/lib/core/booking-state";
import { env } from "@/lib/env";
import { integrityFaults } from "./integrity";

const sql = postgres(env().DATABASE_URL, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

/** What the start-up check says of the database with `damage` done; the damage is rolled back. */
async function faultsAfter(damage: string): Promise<string[]> {
  let faults: string[] = [];
  await sql
    .begin(async (tx) => {
      await tx.unsafe(damage);
      faults = await integrityFaults(tx);
      throw new Error("roll back");
    })
    .catch((error: Error) => {
      if (error.message !== "roll back") throw error;
    });
  return faults;
}

test("a migrated database may be trusted", async () => {
  expect(await integrityFaults(sql)).toEqual([]);
});

test.each([
  [
    "the constraint dropped",
    "alter table allocations drop constraint no_double_booking",
    "no_double_booking is missing",
  ],
  [
    "the constraint narrowed",
    `alter table allocations drop constraint no_double_booking;
     alter table allocations add constraint no_double_booking exclude using gist (tenant_id with =, part_id with =, during with &&)
       where (status in ('confirmed'))`,
    "no_double_booking is altered",
  ],
  [
    "the status trigger dropped",
    "drop trigger booking_status on bookings",
    "trigger booking_status of bookings is missing",
  ],
  [
    "the status trigger disabled",
    "alter table bookings disable trigger booking_status",
    "booking_status of bookings is disabled",
  ],
  [
    "the status trigger's function emptied",
    "create or replace function guard_booking_status() returns trigger language plpgsql as 'begin return new; end'",
    "trigger booking_status of bookings is altered",
  ],
  ["a policy dropped", "drop policy tenant_isolation on bookings", "policy tenant_isolation of bookings is missing"],
  [
    "a policy opened",
    "alter policy tenant_isolation on users using (true)",
    "policy tenant_isolation of users is altered",
  ],
  ["one policy too many", "create policy open on payments using (true)", "policy open of payments is altered"],
  ["row-level security no longer forced", "alter table messages no force row level security", "messages is not forced"],
  ["sessions outliving a role", "drop trigger end_sessions on users", "trigger end_sessions of users is missing"],
  ["a history editable", "drop trigger append_only on audit_events", "append_only of audit_events is missing"],
  [
    "a search that asks for no tenant",
    "create or replace function find_people(patterns text[], at_most int) returns setof uuid language sql security definer as 'select id from users'",
    "function find_people is altered",
  ],
  [
    "a function of the owner's more",
    "create function every_phone() returns setof text language sql security definer as 'select phone from users'",
    "function every_phone may pass row-level security",
  ],
  [
    "a search that runs as the owner",
    "alter function find_bookings(text[], int) owner to current_user",
    "function find_bookings runs as mandap_owner",
  ],
  ["a money fact editable", "drop trigger append_only on payments", "append_only of payments is missing"],
])("with %s Mandap refuses to serve", async (_name, damage, fault) => {
  expect((await faultsAfter(damage)).join("\n")).toContain(fault);
});

test("the trigger allows exactly the steps of the state table", async () => {
  expect(claimStatus.enumValues.filter((status) => status !== "blackout")).toEqual([...BOOKING_STATUSES]);
  const [row] = await sql<
    { body: string }[]
  >`select prosrc as body from pg_proc where proname = 'guard_booking_status'`;
  const inTrigger = new Set(
    [...(row?.body ?? "").matchAll(/\('(\w+)', '(\w+)'\)/g)].map(([, from, to]) => `${from}→${to}`),
  );
  const inTable = new Set(
    TRANSITIONS.flatMap(({ from, to }: { from: BookingStatus | null; to: BookingStatus }) =>
      from === null || from === to ? [] : [`${from}→${to}`],
    ),
  );
  expect([...inTrigger].sort()).toEqual([...inTable].sort());
});
