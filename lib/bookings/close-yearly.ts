import "server-only";
import { newId } from "@/db/id";
import { yearlyBlackouts } from "@/db/schema/claims";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { changeSetUp } from "@/lib/venues/change-set-up";
import { closureSubject } from "./close-parts";
import type { CloseYearlyInput } from "./input";
import { writeYears } from "./write-years";

/**
 * Closes the same days each year. Years within the horizon are closed at once, later ones by a sweep as they come near; one
 * with bookings stays open and they are named.
 * @throws AppError NOT_FOUND
 */
export async function closeYearly(ctx: Ctx, input: CloseYearlyInput, mode: Mode): Promise<SetupEffects> {
  assertMay(ctx.actor, "blackout.write");
  const { venueId, spaceId, startsOn, days, reason } = input;
  return changeSetUp(ctx, venueId, mode, async (tx, { venue }) => {
    const createdBy = ctx.actor.kind === "staff" ? ctx.actor.userId : null;
    const yearly = { id: newId(), venueId, spaceId, reason, startsOn, days };
    await tx.insert(yearlyBlackouts).values({ ...yearly, tenantId: ctx.tenant.id, createdBy });
    const { closed, leftOpen, bookings } = await writeYears(tx, ctx, venue, yearly);
    await recordChange(tx, ctx, {
      type: "days.closed-yearly",
      subjectId: yearly.id,
      subject: closureSubject(venue, spaceId, reason),
      after: { startsOn, days, spaceId, reason },
    });
    return {
      notes: [
        { note: "yearsClosed", count: closed },
        { note: "yearsLeftOpen", count: leftOpen },
      ],
      bookings,
    };
  });
}
