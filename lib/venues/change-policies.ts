import "server-only";
import { and, eq } from "drizzle-orm";
import { venues } from "@/db/schema/venues";
import type { PaymentTerms } from "@/lib/core/payment-terms";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import { assertSeen, whatChanged } from "@/lib/tenants/changed";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { bookingsAhead } from "./bookings-ahead";
import { changeSetUp } from "./change-set-up";
import type { ChangePoliciesInput } from "./input";
import { policyValues } from "./set-up-values";

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
    const current = policyValues(book);
    assertSeen(input.seen, current);
    const values = {
      termsText,
      paymentTerms: { advance: advanceOf(input.advance), balanceDueDays, depositPaise: input.deposit },
      cancellationTerms: {
        tiers: tiers.toSorted((a, b) => b.daysBefore - a.daysBefore),
        freeDateChanges,
        dateChangeDaysBefore,
      },
    };
    const changed = whatChanged(current, values);
    if (!changed) return {};
    await tx
      .update(venues)
      .set(values)
      .where(and(eq(venues.tenantId, ctx.tenant.id), eq(venues.id, venueId)));
    await recordChange(tx, ctx, {
      type: "policies.changed",
      subjectId: venueId,
      subject: book.venue.name.en,
      ...changed,
    });
    const { count } = await bookingsAhead(tx, { tenantId: ctx.tenant.id, venueId });
    return { notes: [{ note: "termsKept", count }] };
  });
}
