import "server-only";
import { sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import type { TakeBookingInput } from "@/lib/bookings/input";
import type { StaffRole } from "@/lib/core/actor";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import type { Ctx } from "@/lib/tenants/ctx";
import { ZONE } from "./calendar";
import { makeHall, makeUser, type TestVenue } from "./make-tenant";

export const day = (offset: number) => addDays(todayIn(new Date(), ZONE), offset);
const CASH = { method: "cash", amountPaise: 10_000_00 } as const;

let phones = 0;
export const freshPhone = () =>
  `70${String(Math.floor(Math.random() * 1e5)).padStart(5, "0")}${String(phones++).padStart(3, "0")}`;

/** A hall and one of its people at the desk. */
export async function desk(role: StaffRole = "staff", overrides: Parameters<typeof makeHall>[0] = {}) {
  const { tenant, venue } = await makeHall(overrides);
  return { tenant, venue, ctx: await deskOf(tenant, role) };
}

export async function deskOf(tenant: Ctx["tenant"], role: StaffRole): Promise<Ctx> {
  const { id } = await makeUser(tenant.id, role);
  return { tenant, actor: { kind: "staff", userId: id, role }, now: new Date(), requestId: id };
}

/** The evening of part A in forty days, ₹25,000, advance a quarter of it. */
export function wish(venue: TestVenue, more: Partial<TakeBookingInput> = {}): TakeBookingInput {
  return {
    venueId: venue.id,
    functions: [{ spaceId: venue.space.a, slotId: venue.slot.evening, date: weekday(40), name: "wedding" }],
    ...{ guests: 100, addOns: [], eventType: "wedding", eventTitle: "Jadhav – Pawar", locale: "mr", source: "desk" },
    customer: { phone: freshPhone(), name: "Sunita Jadhav" },
    standing: { kind: "sure" },
    advance: CASH,
    ...more,
  };
}

/** A Wednesday that is about so far ahead: no weekend's surcharge. */
export function weekday(offset: number): string {
  const from = new Date(`${day(offset)}T12:00:00Z`).getUTCDay();
  return day(offset + ((3 - from + 7) % 7));
}

export const countOf = async (ctx: Ctx, table: "bookings" | "payments" | "users") =>
  inTenant(ctx.tenant.id, async (tx) => {
    const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}`);
    return row?.n;
  });
