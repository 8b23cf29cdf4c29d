import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { asPlatform, inTenant } from "@/db/client";
import { makeFamilies, makeFamily } from "@/db/testing/make-family";
import { makeHall, type TestVenue } from "@/db/testing/make-tenant";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { AppError, isAppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { cancelBooking } from "./cancel-booking";
import { holdAndShow, holdBooking } from "./hold-booking";
import type { HoldBookingInput, WantedFunction } from "./input";

const FULL = process.env.PROVE === "1";

const day = (offset: number) => addDays(todayIn(new Date(), "Asia/Kolkata"), offset);

function wish(venue: TestVenue, functions: WantedFunction[], more: Partial<HoldBookingInput> = {}): HoldBookingInput {
  return {
    venueId: venue.id,
    functions,
    guests: 100,
    addOns: [],
    eventType: "wedding",
    eventTitle: "Jadhav – Pawar",
    termsAccepted: true,
    locale: "en",
    ...more,
  };
}

async function outcome(hold: Promise<unknown>): Promise<string> {
  try {
    await hold;
    return "held";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** Overlapping guarded claims of a tenant: the promise is that there are none. */
async function overlapsOf(ctx: Ctx): Promise<number> {
  const [row] = await inTenant(ctx.tenant.id, (tx) =>
    tx.execute<{ count: number }>(sql`
      select count(*)::int as count from allocations a join allocations b
        on a.part_id = b.part_id and a.id < b.id and a.during && b.during
       where a.status in ('temp_hold','pending','confirmed','completed','blackout')
         and b.status in ('temp_hold','pending','confirmed','completed','blackout')`),
  );
  return row?.count ?? -1;
}

async function lapse(ctx: Ctx, bookingId: string): Promise<void> {
  await asPlatform((tx) =>
    tx.execute(sql`update bookings set hold_expires_at = clock_timestamp() - interval '1 second'
      where tenant_id = ${ctx.tenant.id} and id = ${bookingId}`),
  );
}

test(`of ${FULL ? 200 : 40} families who want the same evening, exactly one gets it`, {
  timeout: FULL ? 900_000 : 60_000,
}, async () => {
  const { tenant, venue } = await makeHall();
  const families = await makeFamilies(tenant, FULL ? 200 : 40);
  for (let round = 0; round < (FULL ? 100 : 5); round++) {
    const wanted = [
      { spaceId: venue.space.a, slotId: venue.slot.evening, date: day(30 + round), name: "wedding" as const },
    ];
    const outcomes = await Promise.all(families.map((ctx) => outcome(holdBooking(ctx, wish(venue, wanted)))));
    expect(outcomes.filter((one) => one === "held")).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(["held", "SLOT_TAKEN"]));
    for (const ctx of families) await outcomeOfRelease(ctx);
  }
  const [ctx] = families;
  if (ctx) expect(await overlapsOf(ctx)).toBe(0);
});

/** Cancels whatever a family holds, so that the next round starts from none. */
async function outcomeOfRelease(ctx: Ctx): Promise<void> {
  const held = await inTenant(ctx.tenant.id, (tx) =>
    tx.execute<{ id: string }>(
      sql`select id from bookings where status = 'temp_hold' and customer_id = ${ctx.actor.kind === "customer" ? ctx.actor.userId : null}`,
    ),
  );
  for (const { id } of held) await cancelBooking(ctx, { bookingId: id });
}

test("staggered overlaps over one to four parts end without a deadlock for any caller", async () => {
  const { tenant, venue } = await makeHall();
  const families = await makeFamilies(tenant, 64);
  const spaces = [venue.space.a, venue.space.b, venue.space.c, venue.space.whole];
  const slots = [venue.slot.morning, venue.slot.evening, venue.slot.fullDay, venue.slot.hallDay];
  const outcomes = await Promise.all(
    families.map((ctx, i) => {
      const functions = Array.from({ length: 1 + (i % 3) }, (_, n) => ({
        spaceId: spaces[(i + n) % 4] ?? "",
        slotId: slots[(i * 7 + n) % 4] ?? "",
        date: day(40 + ((i * 5 + n * 2) % 9)),
        name: "wedding" as const,
      }));
      return outcome(holdBooking(ctx, wish(venue, functions)));
    }),
  );
  expect([...new Set(outcomes)].filter((one) => !["held", "SLOT_TAKEN", "FUNCTIONS_OVERLAP"].includes(one))).toEqual(
    [],
  );
  expect(outcomes).toContain("held");
  const [ctx] = families;
  if (ctx) expect(await overlapsOf(ctx)).toBe(0);
});

test("a hold that lapsed never blocks the next family, though no sweep ran", async () => {
  const { tenant, venue } = await makeHall();
  const [first, second] = await makeFamilies(tenant, 2);
  if (!first || !second) throw new Error("two families are needed");
  const wanted = wish(venue, [
    { spaceId: venue.space.whole, slotId: venue.slot.hallDay, date: day(50), name: "wedding" },
  ]);
  const { result } = await holdBooking(first, wanted);
  expect(await outcome(holdBooking(second, wanted))).toBe("SLOT_TAKEN");
  await lapse(first, result.bookingId);
  expect(await outcome(holdBooking(second, wanted))).toBe("held");
  expect(await outcome(holdBooking(first, wanted))).toBe("SLOT_TAKEN");
});

test("a taken slot answers with the other space, the other session and the nearest free dates", async () => {
  const { tenant, venue } = await makeHall();
  const [first, second] = await makeFamilies(tenant, 2);
  if (!first || !second) throw new Error("two families are needed");
  const wanted = wish(venue, [{ spaceId: venue.space.a, slotId: venue.slot.evening, date: day(33), name: "wedding" }]);
  await holdBooking(first, wanted);
  const error = await holdBooking(second, wanted).catch((caught: unknown) => caught);
  expect(isAppError(error, "SLOT_TAKEN")).toBe(true);
  const offered = isAppError(error) ? (error.details?.alternatives as { why: string }[]) : [];
  expect(new Set(offered.map((one) => one.why))).toEqual(new Set(["other-space", "other-session", "nearest-date"]));
});

test("holding again while one's own hold stands edits that booking: same number, same expiry", async () => {
  const { tenant, venue } = await makeHall();
  const family = await makeFamily(tenant);
  const evening = { spaceId: venue.space.a, slotId: venue.slot.evening, date: day(35), name: "wedding" as const };
  const { result: first } = await holdBooking(family, wish(venue, [evening]));
  const { result: again } = await holdBooking(family, wish(venue, [{ ...evening, slotId: venue.slot.fullDay }]));
  expect(again).toMatchObject({ bookingId: first.bookingId, number: first.number, holdExpiresAt: first.holdExpiresAt });
  expect(again.totalPaise).not.toBe(first.totalPaise);
});

test("the same key gives the same booking, another wish under it is refused", async () => {
  const { tenant, venue } = await makeHall();
  const family = await makeFamily(tenant);
  const evening = { spaceId: venue.space.a, slotId: venue.slot.evening, date: day(36), name: "wedding" as const };
  const once = wish(venue, [evening], { idempotencyKey: "key-0001" });
  const answers = await Promise.all(Array.from({ length: 10 }, () => holdBooking(family, once)));
  expect(new Set(answers.map(({ result }) => JSON.stringify(Object.entries(result).toSorted())))).toHaveLength(1);
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(await outcome(holdBooking(family, { ...once, guests: 120 }))).toBe("IDEMPOTENCY_MISMATCH");
});

test("after three holds that lapsed unpaid within a day there is no fourth", async () => {
  const { tenant, venue } = await makeHall();
  const family = await makeFamily(tenant);
  for (let n = 0; n < 3; n++) {
    const { result } = await holdBooking(
      family,
      wish(venue, [{ spaceId: venue.space.b, slotId: venue.slot.morning, date: day(60 + n), name: "haldi" }]),
    );
    await lapse(family, result.bookingId);
  }
  const fourth = wish(venue, [{ spaceId: venue.space.b, slotId: venue.slot.morning, date: day(70), name: "haldi" }]);
  expect(await outcome(holdBooking(family, fourth))).toBe("HOLD_LIMIT");
});

test("bad wishes are refused with a reason, and nothing is written", async () => {
  const { tenant, venue } = await makeHall({ settings: { customTimes: "staff" } });
  const other = await makeHall();
  const family = await makeFamily(tenant);
  const evening = { spaceId: venue.space.a, slotId: venue.slot.evening, date: day(30), name: "wedding" as const };
  const refusals: [Partial<HoldBookingInput>, string][] = [
    [{ functions: [{ ...evening, date: day(-3) }] }, "IN_THE_PAST"],
    [{ functions: [{ ...evening, date: day(3650) }] }, "BEYOND_HORIZON"],
    [{ functions: [{ ...evening, spaceId: other.venue.space.a }] }, "NOT_FOUND"],
    [{ venueId: other.venue.id }, "NOT_FOUND"],
    [{ functions: [{ ...evening, slotId: other.venue.slot.evening }] }, "SLOT_NOT_OFFERED"],
    [
      {
        functions: [
          { spaceId: venue.space.a, startsAt: `${day(30)}T10:00`, endsAt: `${day(30)}T14:00`, name: "other" },
        ],
      },
      "CUSTOM_TIMES_NOT_ALLOWED",
    ],
    [{ guests: 90_000 }, "OVER_CAPACITY"],
    [{ termsAccepted: false }, "TERMS_NOT_ACCEPTED"],
    [{ eventTitle: "a\0b" }, "INVALID_INPUT"],
    [{ shownTotalPaise: 1 }, "PRICE_CHANGED"],
    [{ functions: [evening, { ...evening, slotId: venue.slot.fullDay }] }, "FUNCTIONS_OVERLAP"],
    [{ addOns: [{ addOnId: other.venue.id, quantity: 1 }] }, "NOT_FOUND"],
  ];
  for (const [change, code] of refusals) {
    expect(await outcome(holdBooking(family, { ...wish(venue, [evening]), ...change }))).toBe(code);
  }
  const rows = await inTenant(tenant.id, (tx) =>
    tx.execute(sql`select id from bookings union all select id from allocations`),
  );
  expect(rows).toHaveLength(0);
});

test("a key that the site's page used is new to the API, whose answers have another shape", async () => {
  const { tenant, venue } = await makeHall();
  const family = await makeFamily(tenant);
  const evening = { spaceId: venue.space.a, slotId: venue.slot.evening, date: day(36), name: "wedding" as const };
  const keyed = wish(venue, [evening], { idempotencyKey: "key-of-two-doors" });
  const held = await holdBooking(family, keyed);
  const shown = await holdAndShow(family, keyed, async (_, { number }) => number);
  // Holding again while the hold stands edits that booking.
  expect(shown).toEqual({ result: held.result.number, replayed: false });
  expect(await holdBooking(family, keyed)).toEqual({ ...held, replayed: true });
  expect(await holdAndShow(family, keyed, async () => "another")).toEqual({ ...shown, replayed: true });
});

test("a finished answer is replayed from Upstash, and from Postgres when Upstash has lost it", async () => {
  const { tenant, venue } = await makeHall();
  const family = await makeFamily(tenant);
  const evening = { spaceId: venue.space.a, slotId: venue.slot.evening, date: day(37), name: "wedding" as const };
  const keyed = wish(venue, [evening], { idempotencyKey: "key-lost-and-found" });
  const { result } = await holdBooking(family, keyed);
  expect(await holdBooking(family, keyed)).toEqual({ result, replayed: true });
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = process.env;
  await fetch(`${url}`, { method: "POST", headers: { authorization: `Bearer ${token}` }, body: '["FLUSHALL"]' });
  expect(await holdBooking(family, keyed)).toEqual({ result, replayed: true });
});
