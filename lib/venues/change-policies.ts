import "server-only";
import type { PaymentTerms } from "@/lib/core/payment-terms";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Mode } from "@/lib/tenants/take-back";
import { bookingsAhead } from "./bookings-ahead";
import { changeSetUp } from "./change-set-up";
import type { ChangePoliciesInput } from "./input";
import { policyValues } from "./set-up-values";
import { updateVenue } from "./update-venue";

function advanceOf({ kind, value }: ChangePoliciesInput["advance"]): PaymentTerms["advance"] {
  return kind === "percent" ? { kind, percent: value } : { kind, paise: value };
}

/**
 * Changes what families agree to from now on: terms, advance, deposit, what a cancellation gives back. A booking keeps the
 * terms that it accepted.
 * @throws AppError NOT_FOUND, CHANGED_MEANWHILE
 */
export async function changePolicies(ctx: Ctx, input: ChangePoliciesInput, mode: Mode): Promise<SetupEffects> {
  assertMay(ctx.actor, "venue.write");
  const { venueId, termsText, balanceDueDays, tiers, freeDateChanges, dateChangeDaysBefore } = input;
  return changeSetUp(ctx, venueId, mode, async (tx, book) => {
    const values = {
      termsText,
      paymentTerms: { advance: advanceOf(input.advance), balanceDueDays, depositPaise: input.deposit },
      cancellationTerms: {
        tiers: tiers.toSorted((a, b) => b.daysBefore - a.daysBefore),
        freeDateChanges,
        dateChangeDaysBefore,
      },
    };
    const form = { type: "policies.changed", seen: input.seen, current: policyValues(book), values };
    const changed = await updateVenue(tx, ctx, book.venue, form);
    if (changed.length === 0) return {};
    const { count } = await bookingsAhead(tx, { tenantId: ctx.tenant.id, venueId });
    return { notes: [{ note: "termsKept", count }] };
  });
}
