import "server-only";
import { and, eq } from "drizzle-orm";
import { venues } from "@/db/schema/venues";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import { assertSeen, whatChanged } from "@/lib/tenants/changed";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { changeSetUp } from "./change-set-up";
import type { ChangeVenueInput } from "./input";
import { venueValues } from "./set-up-values";

/** Changes what the public page says of a venue. @throws AppError NOT_FOUND, CHANGED_MEANWHILE */
export async function changeVenue(
  ctx: Ctx,
  { venueId, seen, ...values }: ChangeVenueInput,
  mode: Mode,
): Promise<SetupEffects> {
  assertMay(ctx.actor, "venue.write");
  return changeSetUp(ctx, venueId, mode, async (tx, book) => {
    const current = venueValues(book);
    assertSeen(seen, current);
    const changed = whatChanged(current, values);
    if (!changed) return {};
    await tx
      .update(venues)
      .set(values)
      .where(and(eq(venues.tenantId, ctx.tenant.id), eq(venues.id, venueId)));
    await recordChange(tx, ctx, { type: "venue.changed", subjectId: venueId, subject: values.name.en, ...changed });
    return {};
  });
}
