import "server-only";
import { inTenant } from "@/db/client";
import { monthDates } from "@/lib/core/local-date";
import { assertMay } from "@/lib/core/permissions";
import { priceOf } from "@/lib/core/pricing";
import { expandSlot } from "@/lib/core/slots";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import type { PreviewPricesInput } from "./input";
import { listMuhuratDates, loadVenueInTx } from "./load-venue";
import { rulesOf } from "./price-rules";
import type { PricedDay } from "./types";

/** What each day of a month would cost in a space, session by session, with the step that each rule adds. @throws AppError NOT_FOUND */
export async function previewPrices(ctx: Ctx, input: PreviewPricesInput): Promise<PricedDay[]> {
  assertMay(ctx.actor, "setup.read");
  const { venueId, spaceId, month } = input;
  const dates = monthDates(month);
  return inTenant(ctx.tenant.id, async (tx) => {
    const [book, listed] = await Promise.all([
      loadVenueInTx(tx, ctx.tenant.id, venueId),
      listMuhuratDates(tx, ctx.tenant.id, venueId, `${month}-01`, dates.at(-1) ?? `${month}-28`),
    ]);
    if (!book?.venue.spaces.some(({ id }) => id === spaceId)) throw new AppError("NOT_FOUND", { what: "space" });
    const rules = input.rules ? rulesOf(book, input.rules) : book.rules;
    const muhurat = new Set(listed);
    return dates.map((date) => ({
      date,
      isMuhurat: muhurat.has(date),
      slots: book.venue.slots.flatMap((slot) => {
        const period = expandSlot(slot, date, book.venue.settings.timeZone);
        const asked = { spaceId, slotId: slot.id, date, prices: book.prices, rules, isMuhurat: muhurat.has(date) };
        const priced = period && priceOf({ ...asked, period });
        if (!priced) return [];
        const { basePaise, steps, totalPaise } = priced;
        return [{ slotId: slot.id, name: slot.name, basePaise, steps, totalPaise }];
      }),
    }));
  });
}
