import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { spaces } from "@/db/schema/venues";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { bookingsAhead } from "./bookings-ahead";
import { changeSetUp } from "./change-set-up";
import type { SpaceRef } from "./input";

/**
 * Takes a space out of use; what was booked in it stays in the books.
 * @throws AppError NOT_FOUND, STILL_NEEDED where others are made of it, STILL_BOOKED with `bookings` where some are ahead
 */
export async function archiveSpace(ctx: Ctx, { venueId, spaceId }: SpaceRef, mode: Mode): Promise<SetupEffects> {
  assertMay(ctx.actor, "venue.write");
  const tenantId = ctx.tenant.id;
  return changeSetUp(ctx, venueId, mode, async (tx, { venue }) => {
    const space = venue.spaces.find(({ id }) => id === spaceId);
    if (!space) throw new AppError("NOT_FOUND", { what: "space" });
    const users = venue.spaces.filter(({ id, partIds }) => id !== spaceId && partIds.includes(spaceId));
    if (users.length > 0) throw new AppError("STILL_NEEDED", { spaces: users.map(({ name }) => name) });
    const { count, bookings } = await bookingsAhead(tx, { tenantId, venueId }, { spaceIds: [spaceId] });
    if (count > 0) throw new AppError("STILL_BOOKED", { bookings });
    await tx
      .update(spaces)
      .set({ archivedAt: sql`clock_timestamp()` })
      .where(and(eq(spaces.tenantId, tenantId), eq(spaces.id, spaceId)));
    await recordChange(tx, ctx, { type: "space.archived", subjectId: spaceId, subject: space.name.en });
    return {};
  });
}
