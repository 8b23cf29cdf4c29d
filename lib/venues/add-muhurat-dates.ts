import "server-only";
import { newId } from "@/db/id";
import { muhuratDates } from "@/db/schema/venues";
import { assertMay } from "@/lib/core/permissions";
import { type DateLine, readDates } from "@/lib/core/read-dates";
import type { SetupEffects } from "@/lib/core/setup-effects";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { changeSetUp } from "./change-set-up";
import type { AddMuhuratDatesInput } from "./input";

const AT_ONCE = 500;

/**
 * Adds the auspicious days that a pasted text names, and gives back the lines that name none: nothing of what was pasted is
 * lost. A day that is there already stays as it is.
 * @throws AppError NOT_FOUND
 */
export async function addMuhuratDates(
  ctx: Ctx,
  { venueId, text, source }: AddMuhuratDatesInput,
  mode: Mode,
): Promise<{ effects: SetupEffects; unread: DateLine[] }> {
  assertMay(ctx.actor, "muhurat.write");
  const lines = readDates(text);
  const dates = [...new Set(lines.flatMap((line) => line.dates))].toSorted().slice(0, AT_ONCE);
  const effects = await changeSetUp(ctx, venueId, mode, async (tx, { venue }) => {
    if (dates.length === 0) return {};
    const own = { tenantId: ctx.tenant.id, venueId, source: source ?? "" };
    const added = await tx
      .insert(muhuratDates)
      .values(dates.map((date) => ({ ...own, id: newId(), date })))
      .onConflictDoNothing()
      .returning({ date: muhuratDates.date });
    const after = { dates: added.map(({ date }) => date).toSorted(), source };
    if (added.length > 0) {
      await recordChange(tx, ctx, { type: "muhurat.added", subjectId: venueId, subject: venue.name.en, after });
    }
    return {
      notes: [
        { note: "datesAdded", count: added.length },
        { note: "datesKnown", count: dates.length - added.length },
      ],
    };
  });
  return { effects, unread: lines.filter((line) => !line.dates.some((date) => dates.includes(date))) };
}
