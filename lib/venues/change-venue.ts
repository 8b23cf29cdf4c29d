import "server-only";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Mode } from "@/lib/tenants/take-back";
import { changeSetUp } from "./change-set-up";
import type { ChangeVenueInput } from "./input";
import { venueValues } from "./set-up-values";
import { updateVenue } from "./update-venue";

/** Changes what the public page says of a venue. @throws AppError NOT_FOUND, CHANGED_MEANWHILE */
export async function changeVenue(
  ctx: Ctx,
  { venueId, seen, ...values }: ChangeVenueInput,
  mode: Mode,
): Promise<SetupEffects> {
  assertMay(ctx.actor, "venue.write");
  return changeSetUp(ctx, venueId, mode, async (tx, book) => {
    const named = { id: venueId, name: values.name };
    await updateVenue(tx, ctx, named, { type: "venue.changed", seen, current: venueValues(book), values });
    return {};
  });
}
