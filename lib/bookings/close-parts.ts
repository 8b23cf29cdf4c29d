import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { blackouts } from "@/db/schema/claims";
import { textIn } from "@/lib/core/locale";
import type { Period } from "@/lib/core/period";
import type { TouchedBooking } from "@/lib/core/setup-effects";
import { AppError, isAppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Venue } from "@/lib/venues/types";
import { claimParts } from "./claim-parts";
import { expireStaleOverlaps } from "./expire-booking";
import type { Blackout } from "./types";

export type Closure = { venueId: string; partIds: string[]; period: Period; reason: string; yearlyId?: string };

/** The parts of a space, or of all the venue. @throws AppError NOT_FOUND */
export function partsToClose(venue: Venue, spaceId: string | null): string[] {
  if (spaceId === null) return [...new Set(venue.spaces.flatMap(({ partIds }) => partIds))].toSorted();
  const space = venue.spaces.find(({ id }) => id === spaceId);
  if (!space) throw new AppError("NOT_FOUND", { what: "space" });
  return space.partIds.toSorted();
}

/** What a closed period is called in the history: its reason, with the space's name where it is not all of the venue. */
export function closureSubject(venue: Venue, spaceId: string | null, reason: string): string {
  const space = venue.spaces.find(({ id }) => id === spaceId);
  return space ? `${reason} (${textIn(space.name, "en")})` : reason;
}

const rangeOf = ({ startsAt, endsAt }: Period) => `[${startsAt.toISOString()},${endsAt.toISOString()})`;

/**
 * Claims parts for a time in which the hall is closed: all of them, or, by a savepoint, nothing. What stands in the way is
 * not for code to find out beforehand: `no_double_booking` refuses, and null is the answer. The venue must be locked.
 */
export async function closeParts(tx: Tx, ctx: Ctx, closure: Closure): Promise<Blackout | null> {
  try {
    return await tx.transaction((step) => claimAll(step, ctx, closure));
  } catch (error) {
    if (isAppError(error, "SLOT_TAKEN")) return null;
    throw error;
  }
}

async function claimAll(tx: Tx, ctx: Ctx, closure: Closure): Promise<Blackout> {
  const { venueId, partIds, period, reason, yearlyId } = closure;
  const tenantId = ctx.tenant.id;
  const claims = partIds.map((partId) => ({ partId, period }));
  await expireStaleOverlaps(tx, ctx, claims);
  const id = newId();
  const createdBy = ctx.actor.kind === "staff" ? ctx.actor.userId : null;
  const [row] = await tx
    .insert(blackouts)
    .values({ tenantId, id, venueId, reason, ...period, createdBy, yearlyId: yearlyId ?? null })
    .returning();
  if (!row) throw new Error("an inserted blackout returned no row");
  await claimParts(tx, { tenantId, id, status: "blackout" }, claims);
  return { ...row, partIds };
}

type InTheWay = { bookings: TouchedBooking[]; closures: { reason: string; startsAt: string; endsAt: string }[] };

/** What holds any of the parts at that time, for people to read: the constraint has decided already. */
export async function inTheWay(tx: Tx, ctx: Ctx, { partIds, period }: Closure): Promise<InTheWay> {
  const parts = `{${partIds.join(",")}}`;
  const held = sql`from allocations a where a.tenant_id = ${ctx.tenant.id} and a.part_id = any(${parts}::uuid[])
    and a.ends_at > ${period.startsAt.toISOString()}::timestamptz and a.during && ${rangeOf(period)}::tstzrange
    and a.status in ('temp_hold', 'pending', 'confirmed', 'completed', 'blackout')`;
  const [booked, closed] = await Promise.all([
    tx.execute<{ id: string; number: string; event_title: string; starts_at: string }>(sql`
      select b.id, b.number, b.event_title, b.starts_at from bookings b
       where b.tenant_id = ${ctx.tenant.id} and b.id in (select a.booking_id ${held}) order by b.starts_at limit 50`),
    tx.execute<{ reason: string; starts_at: string; ends_at: string }>(sql`
      select b.reason, b.starts_at, b.ends_at from blackouts b
       where b.tenant_id = ${ctx.tenant.id} and b.id in (select a.blackout_id ${held}) order by b.starts_at limit 50`),
  ]);
  const iso = (at: string) => new Date(at).toISOString();
  return {
    bookings: booked.map((row) => ({
      ...{ bookingId: row.id, number: row.number, eventTitle: row.event_title },
      startsAt: iso(row.starts_at),
    })),
    closures: closed.map((row) => ({ reason: row.reason, startsAt: iso(row.starts_at), endsAt: iso(row.ends_at) })),
  };
}
