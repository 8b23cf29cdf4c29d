import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { spaceParts, spaces } from "@/db/schema/venues";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import { AppError } from "@/lib/errors";
import { assertSeen, whatChanged } from "@/lib/tenants/changed";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { bookingsAhead } from "./bookings-ahead";
import { changeSetUp } from "./change-set-up";
import type { SaveSpaceInput } from "./input";
import type { VenueBook, VenueSpace } from "./types";

/** The values of a space's form; one that is a part itself is made of nothing else. */
export function spaceValues({ id, name, about, capacity, illustration, partIds }: VenueSpace) {
  return { name, about, capacity, illustration, partIds: partIds.filter((part) => part !== id).toSorted() };
}

/**
 * Adds a space or changes one. What it is made of changes only while nothing is booked in it: a claim holds the parts that
 * it was made with.
 * @throws AppError NOT_FOUND, CHANGED_MEANWHILE, INVALID_INPUT, STILL_NEEDED, STILL_BOOKED with `bookings`
 */
export async function saveSpace(ctx: Ctx, input: SaveSpaceInput, mode: Mode): Promise<SetupEffects> {
  assertMay(ctx.actor, "venue.write");
  const { venueId, seen, spaceId, partIds, ...rest } = input;
  return changeSetUp(ctx, venueId, mode, async (tx, book) => {
    const known = spaceId === undefined ? undefined : book.venue.spaces.find(({ id }) => id === spaceId);
    if (spaceId !== undefined && !known) throw new AppError("NOT_FOUND", { what: "space" });
    const id = spaceId ?? newId();
    assertParts(book, id, partIds);
    const values = { ...rest, partIds: [...new Set(partIds)].toSorted() };
    const current = known ? spaceValues(known) : null;
    assertSeen(seen, current);
    const changed = whatChanged(current ?? {}, values);
    if (!changed) return {};

    if (!known) {
      const sortOrder = Math.max(-1, ...book.venue.spaces.map((space) => space.sortOrder)) + 1;
      await tx.insert(spaces).values({ ...rest, tenantId: ctx.tenant.id, id, venueId, sortOrder });
    } else {
      await tx
        .update(spaces)
        .set(rest)
        .where(and(eq(spaces.tenantId, ctx.tenant.id), eq(spaces.id, id)));
    }
    if (changed.after.partIds !== undefined) await makeOf(tx, ctx, { venueId, id, isNew: !known }, values.partIds);
    await recordChange(tx, ctx, {
      type: known ? "space.changed" : "space.added",
      subjectId: id,
      subject: rest.name.en,
      ...(known ? { before: changed.before } : {}),
      after: changed.after,
    });
    return { notes: [{ note: "noPriceYet", count: known ? 0 : 1 }] };
  });
}

/** Parts are spaces of this venue that are not made of others, and what is a part of others is not made of any. */
function assertParts({ venue }: VenueBook, id: string, partIds: string[]): void {
  const isWhole = ({ id: space, partIds: parts }: VenueSpace) => parts.length > 1 || parts[0] !== space;
  for (const partId of partIds) {
    const part = venue.spaces.find((space) => space.id === partId);
    if (!part || part.id === id || isWhole(part)) throw new AppError("INVALID_INPUT", { partId });
  }
  const users = venue.spaces.filter((space) => space.id !== id && space.partIds.includes(id));
  if (partIds.length > 0 && users.length > 0)
    throw new AppError("STILL_NEEDED", { spaces: users.map(({ name }) => name) });
}

async function makeOf(
  tx: Tx,
  ctx: Ctx,
  { venueId, id, isNew }: { venueId: string; id: string; isNew: boolean },
  partIds: string[],
): Promise<void> {
  const tenantId = ctx.tenant.id;
  if (!isNew) {
    const { count, bookings } = await bookingsAhead(tx, { tenantId, venueId }, { spaceIds: [id] });
    if (count > 0) throw new AppError("STILL_BOOKED", { bookings });
  }
  const old = await tx
    .select({ partId: spaceParts.partId })
    .from(spaceParts)
    .where(and(eq(spaceParts.tenantId, tenantId), eq(spaceParts.spaceId, id)));
  const gone = old.map(({ partId }) => partId).filter((partId) => !partIds.includes(partId));
  if (gone.length > 0) {
    await tx
      .delete(spaceParts)
      .where(and(eq(spaceParts.tenantId, tenantId), eq(spaceParts.spaceId, id), inArray(spaceParts.partId, gone)));
  }
  const added = partIds.filter((partId) => !old.some((row) => row.partId === partId));
  if (added.length > 0) await tx.insert(spaceParts).values(added.map((partId) => ({ tenantId, spaceId: id, partId })));
}
