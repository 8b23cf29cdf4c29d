import "server-only";
import { and, eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { slots } from "@/db/schema/venues";
import type { LocalTime } from "@/lib/core/local-date";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import type { Slot } from "@/lib/core/slots";
import { AppError } from "@/lib/errors";
import { assertSeen, whatChanged } from "@/lib/tenants/changed";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { bookingsAhead } from "./bookings-ahead";
import { changeSetUp } from "./change-set-up";
import type { SaveSlotInput } from "./input";

const DAY = 1440;
const LONGEST = 2880;

export function slotValues({ name, startTime, lengthMinutes, weekdays }: Slot) {
  return { name, startTime, lengthMinutes, weekdays };
}

/** Wall-clock minutes from start to end: an end that is not later is on the next day, and `isLong` adds another. */
export function lengthBetween(start: LocalTime, end: LocalTime, isLong: boolean): number {
  const minutesOf = (time: LocalTime) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const length = minutesOf(end) - minutesOf(start);
  return (length > 0 ? length : length + DAY) + (isLong ? DAY : 0);
}

/**
 * Adds a session or changes one. Bookings keep the times they were made for.
 * @throws AppError NOT_FOUND, CHANGED_MEANWHILE, TOO_LONG
 */
export async function saveSlot(ctx: Ctx, input: SaveSlotInput, mode: Mode): Promise<SetupEffects> {
  assertMay(ctx.actor, "venue.write");
  const { venueId, seen, slotId, startTime, endTime, isLong, name, weekdays } = input;
  const lengthMinutes = lengthBetween(startTime, endTime, isLong);
  if (lengthMinutes > LONGEST) throw new AppError("TOO_LONG");
  const values = { name, startTime, lengthMinutes, weekdays };
  return changeSetUp(ctx, venueId, mode, async (tx, { venue }) => {
    const known = slotId === undefined ? undefined : venue.slots.find(({ id }) => id === slotId);
    if (slotId !== undefined && !known) throw new AppError("NOT_FOUND", { what: "slot" });
    const current = known ? slotValues(known) : null;
    assertSeen(seen, current);
    const changed = whatChanged(current ?? {}, values);
    if (!changed) return {};
    const id = slotId ?? newId();
    const own = { tenantId: ctx.tenant.id, id };
    if (known) {
      await tx
        .update(slots)
        .set(values)
        .where(and(eq(slots.tenantId, own.tenantId), eq(slots.id, id)));
    } else {
      const sortOrder = Math.max(-1, ...venue.slots.map((slot) => slot.sortOrder)) + 1;
      await tx.insert(slots).values({ ...values, ...own, venueId, sortOrder });
    }
    await recordChange(tx, ctx, {
      type: known ? "slot.changed" : "slot.added",
      subjectId: id,
      subject: name.en,
      ...(known ? { before: changed.before } : {}),
      after: changed.after,
    });
    if (!known) return { notes: [{ note: "noPriceYet", count: 1 }] };
    const { count } = await bookingsAhead(tx, { tenantId: own.tenantId, venueId }, { slotId: id });
    return { notes: [{ note: "timesKept", count }] };
  });
}
