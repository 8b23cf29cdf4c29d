import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { asPlatform, inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { payments } from "@/db/schema/money";
import { makeFamilies, makeManager } from "@/db/testing/make-family";
import { makeHall, type TestVenue } from "@/db/testing/make-tenant";
import type { BookingStatus } from "@/lib/core/booking-state";
import { claimsOf, type PartClaim } from "@/lib/core/claims";
import { addDays } from "@/lib/core/local-date";
import { overlaps, periodOf, todayIn } from "@/lib/core/period";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { approveBooking } from "./approve-booking";
import { cancelBooking } from "./cancel-booking";
import { expireClaims } from "./expire-claims";
import { holdBooking } from "./hold-booking";
import { lockBooking } from "./locks";
import { payBooking } from "./pay-booking";
import { rejectBooking } from "./reject-booking";
import { rescheduleBooking } from "./reschedule-booking";
import { submitBooking } from "./submit-booking";

const FULL = process.env.PROVE === "1";
const RUNS = Number(process.env.PROVE_RUNS ?? (FULL ? 2000 : 12));
const SEED = Number(process.env.PROVE_SEED ?? 20270207);
const ZONE = "Asia/Kolkata";
const FAMILIES = 4;

type Wish = { day: number; space: "a" | "b" | "whole"; slot: "morning" | "evening" | "fullDay" | "hallDay" };

/** What the model knows of a booking. `lapsed`: its time has passed, whether or not anyone has noticed. */
type ModelBooking = {
  id: string;
  family: number;
  status: BookingStatus;
  lapsed: boolean;
  wish: Wish;
  totalPaise: number;
  advancePaise: number;
  paidPaise: number;
  paidOnce: boolean;
  dateChanges: number;
};

type Model = { bookings: ModelBooking[] };
type Real = { venue: TestVenue; families: Ctx[]; manager: Ctx };

const TIMES = {
  morning: ["09:00", 360],
  evening: ["16:00", 420],
  fullDay: ["09:00", 840],
  hallDay: ["16:00", 1380],
} as const;
const PARTS = { a: ["a"], b: ["b"], whole: ["a", "b", "c"] } as const;
const dateOf = (wish: Wish) => addDays(todayIn(new Date(), ZONE), 20 + wish.day);

function claims(wish: Wish): PartClaim[] {
  const [start, length] = TIMES[wish.slot];
  const period = periodOf(dateOf(wish), start, length, ZONE);
  return claimsOf([{ partIds: PARTS[wish.space], period }], { setupMinutes: 30, cleanupMinutes: 30 });
}

const blocks = (one: ModelBooking) =>
  one.status === "confirmed" ||
  one.status === "completed" ||
  ((one.status === "temp_hold" || one.status === "pending") && !one.lapsed);

function collides(model: Model, wish: Wish, except?: ModelBooking): boolean {
  const wanted = claims(wish);
  return model.bookings.some(
    (other) =>
      other !== except &&
      blocks(other) &&
      claims(other.wish).some((a) => wanted.some((b) => a.partId === b.partId && overlaps(a.period, b.period))),
  );
}

/** Lapsed bookings that a successful claim would have to clear away: it expires them and returns their money. */
function clearStale(model: Model, wish: Wish, except?: ModelBooking): void {
  const wanted = claims(wish);
  for (const other of model.bookings) {
    if (other === except || !other.lapsed || (other.status !== "temp_hold" && other.status !== "pending")) continue;
    if (claims(other.wish).some((a) => wanted.some((b) => a.partId === b.partId && overlaps(a.period, b.period))))
      expire(other);
  }
}

function expire(one: ModelBooking): void {
  one.status = "expired";
  one.paidPaise = 0;
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "ok";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

const functionOf = (real: Real, wish: Wish) => ({
  spaceId: real.venue.space[wish.space],
  slotId: real.venue.slot[wish.slot],
  date: dateOf(wish),
  name: "wedding" as const,
});

/** The database and the model agree on every booking, and no two guarded claims overlap. */
async function agree(model: Model, real: Real): Promise<void> {
  const rows = await inTenant(real.manager.tenant.id, (tx) =>
    tx.execute<{ id: string; status: string; claims: number; stray: number; net: string }>(sql`
      select b.id, b.status,
        (select count(*)::int from allocations a where a.booking_id = b.id) as claims,
        (select count(*)::int from allocations a where a.booking_id = b.id and a.status <> b.status) as stray,
        (select coalesce(sum(amount_paise), 0) from payments p where p.booking_id = b.id)
          - (select coalesce(sum(amount_paise), 0) from refund_requests r where r.booking_id = b.id) as net
      from bookings b`),
  );
  expect(rows).toHaveLength(model.bookings.length);
  for (const one of model.bookings) {
    const row = rows.find((candidate) => candidate.id === one.id);
    expect({ ...row, net: Number(row?.net) }).toEqual({
      id: one.id,
      status: one.status,
      claims: claims(one.wish).length,
      stray: 0,
      net: one.paidPaise,
    });
  }
  const [overlap] = await inTenant(real.manager.tenant.id, (tx) =>
    tx.execute<{ count: number }>(sql`
      select count(*)::int as count from allocations a join allocations b
        on a.part_id = b.part_id and a.id < b.id and a.during && b.during
       where a.status in ('temp_hold','pending','confirmed','completed') and b.status in ('temp_hold','pending','confirmed','completed')`),
  );
  expect(overlap?.count).toBe(0);
}

abstract class OnBooking implements fc.AsyncCommand<Model, Real> {
  constructor(readonly index: number) {}
  check = (model: Readonly<Model>) => model.bookings.length > 0;
  async run(model: Model, real: Real) {
    const one = model.bookings[this.index % model.bookings.length];
    const ctx = one && real.families[one.family];
    if (!one || !ctx) return;
    await this.act(one, { ...ctx, now: new Date() }, model, real);
    await agree(model, real);
  }
  abstract act(one: ModelBooking, ctx: Ctx, model: Model, real: Real): Promise<void>;
  toString = () => `${this.constructor.name}(${this.index})`;
}

class Hold implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly family: number,
    readonly wish: Wish,
  ) {}
  check = () => true;
  async run(model: Model, real: Real) {
    const ctx = real.families[this.family];
    if (!ctx) return;
    const live = model.bookings.find((one) => one.family === this.family && one.status === "temp_hold" && !one.lapsed);
    const unpaid = model.bookings.filter(
      (one) =>
        one.family === this.family &&
        one.lapsed &&
        !one.paidOnce &&
        (one.status === "expired" || one.status === "temp_hold"),
    );
    const expected =
      !live && unpaid.length >= 3 ? "HOLD_LIMIT" : collides(model, this.wish, live) ? "SLOT_TAKEN" : "ok";
    let held: Awaited<ReturnType<typeof holdBooking>> | undefined;
    const code = await codeOf(
      holdBooking(
        { ...ctx, now: new Date() },
        {
          venueId: real.venue.id,
          functions: [functionOf(real, this.wish)],
          guests: 50,
          addOns: [],
          eventType: "wedding",
          eventTitle: "Model",
          termsAccepted: true,
          locale: "mr",
        },
      ).then((answer) => {
        held = answer;
      }),
    );
    expect(code).toBe(expected);
    if (held) {
      const { bookingId: id, totalPaise, advancePaise } = held.result;
      clearStale(model, this.wish, live);
      if (live) Object.assign(live, { wish: this.wish, totalPaise, advancePaise });
      else
        model.bookings.push({
          id,
          family: this.family,
          status: "temp_hold",
          lapsed: false,
          wish: this.wish,
          totalPaise,
          advancePaise,
          paidPaise: 0,
          paidOnce: false,
          dateChanges: 0,
        });
    }
    await agree(model, real);
  }
  toString = () => `Hold(${this.family}, ${JSON.stringify(this.wish)})`;
}

/** The clock passes a hold's or a request's time. */
class Lapse extends OnBooking {
  async act(one: ModelBooking, ctx: Ctx) {
    if (one.status !== "temp_hold" && one.status !== "pending") return;
    await asPlatform((tx) =>
      tx.execute(sql`update bookings set hold_expires_at = clock_timestamp() - interval '1 second'
        where tenant_id = ${ctx.tenant.id} and id = ${one.id}`),
    );
    one.lapsed = true;
  }
}

class Sweep implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  async run(model: Model, real: Real) {
    await expireClaims();
    for (const one of model.bookings)
      if (one.lapsed && (one.status === "temp_hold" || one.status === "pending")) expire(one);
    await agree(model, real);
  }
  toString = () => "Sweep";
}

class Submit extends OnBooking {
  async act(one: ModelBooking, ctx: Ctx, model: Model) {
    const open = model.bookings.filter(
      (other) => other.family === one.family && other.status === "pending" && !other.lapsed,
    );
    const expected =
      one.status !== "temp_hold"
        ? "WRONG_STATUS"
        : one.lapsed
          ? "HOLD_EXPIRED"
          : open.length >= 2
            ? "REQUEST_LIMIT"
            : "ok";
    expect(await codeOf(submitBooking(ctx, { bookingId: one.id }))).toBe(expected);
    if (expected === "ok") one.status = "pending";
  }
}

class Answer extends OnBooking {
  constructor(
    index: number,
    readonly yes: boolean,
  ) {
    super(index);
  }
  async act(one: ModelBooking, _ctx: Ctx, _model: Model, real: Real) {
    if (this.yes) {
      const may = one.status === "temp_hold" || one.status === "pending";
      const expected = !may ? "WRONG_STATUS" : one.lapsed ? "HOLD_EXPIRED" : "ok";
      expect(await codeOf(approveBooking(real.manager, { bookingId: one.id }))).toBe(expected);
      if (expected === "ok") one.status = "confirmed";
      return;
    }
    const expected = one.status === "pending" ? "ok" : "WRONG_STATUS";
    expect(await codeOf(rejectBooking(real.manager, { bookingId: one.id, reason: "full" }))).toBe(expected);
    if (expected === "ok") Object.assign(one, { status: "rejected", paidPaise: 0 });
  }
}

/** The advance or the whole arrives: in time, late, twice, or for something that is over. */
class Pay extends OnBooking {
  constructor(
    index: number,
    readonly purpose: "advance" | "full",
  ) {
    super(index);
  }
  async act(one: ModelBooking, ctx: Ctx, model: Model) {
    const amountPaise = this.purpose === "advance" ? one.advancePaise : one.totalPaise;
    const due = this.purpose === "advance" ? one.advancePaise : one.totalPaise;
    const duplicate = one.paidPaise >= due;
    const { refunded } = await inTenant(ctx.tenant.id, async (tx) => {
      const booking = await lockBooking(tx, ctx, one.id);
      const id = newId();
      await tx.insert(payments).values({
        tenantId: ctx.tenant.id,
        id,
        bookingId: one.id,
        receiptNumber: id,
        method: "cash",
        amountPaise,
        currency: "INR",
        receivedAt: new Date(),
      });
      return payBooking(tx, ctx, booking, { id, amountPaise, purpose: this.purpose });
    });
    one.paidOnce = true;
    if (duplicate) return expect(refunded).toBe("duplicate_payment");
    if (one.status === "cancelled" || one.status === "rejected") return expect(refunded).toBe("late_payment");
    if (one.status === "expired" && collides(model, one.wish, one)) return expect(refunded).toBe("late_payment");
    if (one.status === "expired") clearStale(model, one.wish, one);
    expect(refunded).toBeNull();
    one.paidPaise = Math.min(one.paidPaise + amountPaise, one.totalPaise);
    if (one.status !== "completed") one.status = "confirmed";
    return undefined;
  }
}

class Cancel extends OnBooking {
  async act(one: ModelBooking, ctx: Ctx) {
    const may = ["temp_hold", "pending", "confirmed"].includes(one.status);
    const confirmed = one.status === "confirmed";
    expect(await codeOf(cancelBooking(ctx, { bookingId: one.id }))).toBe(may ? "ok" : "WRONG_STATUS");
    if (!may) return;
    one.status = "cancelled";
    one.paidPaise = confirmed ? one.paidPaise - Math.round(one.paidPaise * 0.5) : 0;
  }
}

class Move extends OnBooking {
  constructor(
    index: number,
    readonly wish: Wish,
  ) {
    super(index);
  }
  async act(one: ModelBooking, ctx: Ctx, model: Model, real: Real) {
    const may = ["temp_hold", "pending", "confirmed"].includes(one.status);
    const lapsed = one.lapsed && one.status !== "confirmed";
    const stays = JSON.stringify(one.wish) === JSON.stringify(this.wish);
    const expected = !may
      ? one.lapsed && one.status === "expired"
        ? "HOLD_EXPIRED"
        : "WRONG_STATUS"
      : lapsed
        ? "HOLD_EXPIRED"
        : !stays && one.status !== "temp_hold" && one.dateChanges >= 1
          ? "DATE_CHANGE_NOT_ALLOWED"
          : collides(model, this.wish, one)
            ? "SLOT_TAKEN"
            : "ok";
    const code = await codeOf(rescheduleBooking(ctx, { bookingId: one.id, functions: [functionOf(real, this.wish)] }));
    // A status that is over may be told as lapsed or as wrong: both refuse, and neither changes anything.
    if (expected === "WRONG_STATUS" || expected === "HOLD_EXPIRED")
      expect(["WRONG_STATUS", "HOLD_EXPIRED"]).toContain(code);
    else expect(code).toBe(expected);
    if (code !== "ok" || stays) return;
    clearStale(model, this.wish, one);
    if (one.status !== "temp_hold") one.dateChanges++;
    one.wish = this.wish;
    const [row] = await inTenant(ctx.tenant.id, (tx) =>
      tx.execute<{ total: string; advance: string }>(
        sql`select total_paise as total, advance_paise as advance from bookings where id = ${one.id}`,
      ),
    );
    one.totalPaise = Number(row?.total);
    one.advancePaise = Number(row?.advance);
    one.paidPaise = Math.min(one.paidPaise, one.totalPaise);
  }
}

const wish = fc.record<Wish>({
  day: fc.integer({ min: 0, max: 2 }),
  space: fc.constantFrom("a", "b", "whole"),
  slot: fc.constantFrom("morning", "evening", "fullDay", "hallDay"),
});
const index = fc.nat(30);

const commands = fc.commands(
  [
    fc.tuple(fc.nat(FAMILIES - 1), wish).map(([family, one]) => new Hold(family, one)),
    fc.tuple(fc.nat(FAMILIES - 1), wish).map(([family, one]) => new Hold(family, one)),
    index.map((i) => new Lapse(i)),
    fc.constant(new Sweep()),
    index.map((i) => new Submit(i)),
    fc.tuple(index, fc.boolean()).map(([i, yes]) => new Answer(i, yes)),
    fc.tuple(index, fc.constantFrom("advance" as const, "full" as const)).map(([i, purpose]) => new Pay(i, purpose)),
    index.map((i) => new Cancel(i)),
    fc.tuple(index, wish).map(([i, one]) => new Move(i, one)),
  ],
  { maxCommands: 30, size: "max" },
);

test(
  `${RUNS} random histories of holds, edits, payments, expiry, answers, cancellations and moves match the model`,
  async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (history) => {
        const { tenant, venue } = await makeHall();
        const real: Real = {
          venue,
          families: await makeFamilies(tenant, FAMILIES),
          manager: await makeManager(tenant),
        };
        await fc.asyncModelRun(() => ({ model: { bookings: [] }, real }), history);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  },
  60_000 * (FULL ? 60 : 3),
);
