import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { priceRules } from "@/db/schema/prices";
import { assertMay } from "@/lib/core/permissions";
import type { PriceRule } from "@/lib/core/pricing";
import type { SetupEffects } from "@/lib/core/setup-effects";
import { assertSeen, whatChanged } from "@/lib/tenants/changed";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { bookingsAhead } from "./bookings-ahead";
import { changeSetUp } from "./change-set-up";
import type { ChangePriceRulesInput } from "./input";
import { rulesOf } from "./price-rules";

/**
 * Replaces a venue's rules by an ordered list: what is missing in it is gone, its order is that of the rules. Agreed
 * bookings keep their price.
 * @throws AppError NOT_FOUND, CHANGED_MEANWHILE
 */
export async function changePriceRules(ctx: Ctx, input: ChangePriceRulesInput, mode: Mode): Promise<SetupEffects> {
  assertMay(ctx.actor, "price.write");
  const { venueId, seen } = input;
  const tenantId = ctx.tenant.id;
  return changeSetUp(ctx, venueId, mode, async (tx, book) => {
    assertSeen(seen, book.rules);
    const rules = rulesOf(book, input.rules);
    const known = new Map(book.rules.map((rule) => [rule.id, rule]));
    const gone = book.rules.filter(({ id }) => !rules.some((rule) => rule.id === id));
    const touched = rules.flatMap((rule) => {
      const changed = whatChanged(valuesOf(known.get(rule.id)), valuesOf(rule));
      return changed ? [{ rule, changed }] : [];
    });
    if (gone.length + touched.length === 0) return {};

    if (gone.length > 0) {
      const ids = gone.map(({ id }) => id);
      await tx.delete(priceRules).where(and(eq(priceRules.tenantId, tenantId), inArray(priceRules.id, ids)));
    }
    if (touched.length > 0) {
      await tx
        .insert(priceRules)
        .values(touched.map(({ rule }) => ({ ...rule, tenantId, venueId })))
        .onConflictDoUpdate({
          target: [priceRules.tenantId, priceRules.id],
          set: {
            ...{ position: sql`excluded.position`, label: sql`excluded.label`, stop: sql`excluded.stop` },
            ...{ spaceId: sql`excluded.space_id`, slotId: sql`excluded.slot_id` },
            ...{ when: sql`excluded."when"`, adjust: sql`excluded.adjust` },
          },
        });
    }
    for (const { rule, changed } of touched) {
      const isNew = !known.has(rule.id);
      await recordChange(tx, ctx, {
        type: isNew ? "price-rule.added" : "price-rule.changed",
        subjectId: rule.id,
        subject: rule.label.en,
        ...(isNew ? {} : { before: changed.before }),
        after: changed.after,
      });
    }
    for (const rule of gone) {
      const change = { subjectId: rule.id, subject: rule.label.en, before: valuesOf(rule) };
      await recordChange(tx, ctx, { type: "price-rule.removed", ...change });
    }
    const { count } = await bookingsAhead(tx, { tenantId, venueId });
    return { notes: [{ note: "pricesKept", count }] };
  });
}

function valuesOf(rule: PriceRule | undefined): Record<string, unknown> {
  if (!rule) return {};
  const { id: _, ...values } = rule;
  return values;
}
