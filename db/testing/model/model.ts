import "server-only";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { inTenant } from "@/db/client";
import type { BookingStatus } from "@/lib/core/booking-state";
import { claimsOf, type PartClaim } from "@/lib/core/claims";
import { addDays } from "@/lib/core/local-date";
import { overlaps, periodOf, todayIn } from "@/lib/core/period";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import type { TestVenue } from "../make-tenant";

/** A small second opinion of what bookings do, for `lib/bookings/model.db.test.ts`. */

const ZONE = "Asia/Kolkata";

export type Wish = { day: number; space: "a" | "b" | "whole"; slot: "morning" | "evening" | "fullDay" | "hallDay" };

/** What the model knows of a booking. `lapsed`: its time has passed, whether or not anyone has noticed. */
export type ModelBooking = {
  id: string;
  family: number;
  /** Taken by the hall: none of what the family may hold or ask for by itself. */
  byDesk: boolean;
  status: BookingStatus;
  lapsed: boolean;
  wish: Wish;
  totalPaise: number;
  advancePaise: number;
  paidPaise: number;
  paidOnce: boolean;
  dateChanges: number;
};

export type Model = { bookings: ModelBooking[] };
export type Real = { venue: TestVenue; families: Ctx[]; manager: Ctx };

const TIMES = {
  morning: ["09:00", 360],
  evening: ["16:00", 420],
  fullDay: ["09:00", 840],
  hallDay: ["16:00", 1380],
} as const;
const PARTS = { a: ["a"], b: ["b"], whole: ["a", "b", "c"] } as const;
const dateOf = (wish: Wish) => addDays(todayIn(new Date(), ZONE), 20 + wish.day);

export function claims(wish: Wish): PartClaim[] {
  const [start, length] = TIMES[wish.slot];
  const period = periodOf(dateOf(wish), start, length, ZONE);
  return claimsOf([{ partIds: PARTS[wish.space], period }], { setupMinutes: 30, cleanupMinutes: 30 });
}

const blocks = (one: ModelBooking) =>
  one.status === "confirmed" ||
  one.status === "completed" ||
  ((one.status === "temp_hold" || one.status === "pending") && !one.lapsed);

export function collides(model: Model, wish: Wish, except?: ModelBooking): boolean {
  const wanted = claims(wish);
  return model.bookings.some(
    (other) =>
      other !== except &&
      blocks(other) &&
      claims(other.wish).some((a) => wanted.some((b) => a.partId === b.partId && overlaps(a.period, b.period))),
  );
}

/** Lapsed bookings that a successful claim would have to clear away: it expires them and returns their money. */
export function clearStale(model: Model, wish: Wish, except?: ModelBooking): void {
  const wanted = claims(wish);
  for (const other of model.bookings) {
    if (other === except || !other.lapsed || (other.status !== "temp_hold" && other.status !== "pending")) continue;
    if (claims(other.wish).some((a) => wanted.some((b) => a.partId === b.partId && overlaps(a.period, b.period))))
      expire(other);
  }
}

export function expire(one: ModelBooking): void {
  one.status = "expired";
  one.paidPaise = 0;
}

export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "ok";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

export const functionOf = (real: Real, wish: Wish) => ({
  spaceId: real.venue.space[wish.space],
  slotId: real.venue.slot[wish.slot],
  date: dateOf(wish),
  name: "wedding" as const,
});

/** The database and the model agree on every booking, and no two guarded claims overlap. */
export async function agree(model: Model, real: Real): Promise<void> {
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
