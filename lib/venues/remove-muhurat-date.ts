import "server-only";
import { and, eq } from "drizzle-orm";
import { muhuratDates } from "@/db/schema/venues";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { changeSetUp } from "./change-set-up";
import type { RemoveMuhuratDateInput } from "./input";

/** Takes a day off the hall's auspicious ones; agreed bookings keep their price. @throws AppError NOT_FOUND */
export async function removeMuhuratDate(
  ctx: Ctx,
  { venueId, date }: RemoveMuhuratDateInput,
  mode: Mode,
): Promise<SetupEffects> {
  assertMay(ctx.actor, "muhurat.write");
  const tenantId = ctx.tenant.id;
  return changeSetUp(ctx, venueId, mode, async (tx, { venue }) => {
    const gone = await tx
      .delete(muhuratDates)
      .where(and(eq(muhuratDates.tenantId, tenantId), eq(muhuratDates.venueId, venueId), eq(muhuratDates.date, date)))
      .returning({ source: muhuratDates.source });
    if (gone.length === 0) throw new AppError("NOT_FOUND", { what: "muhurat" });
    const before = { dates: [date], source: gone[0]?.source };
    await recordChange(tx, ctx, { type: "muhurat.removed", subjectId: venueId, subject: venue.name.en, before });
    return {};
  });
}
