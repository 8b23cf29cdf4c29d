import "server-only";
import { and, eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { addOns } from "@/db/schema/prices";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import { AppError } from "@/lib/errors";
import { assertSeen, whatChanged } from "@/lib/tenants/changed";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { bookingsAhead } from "./bookings-ahead";
import { changeSetUp } from "./change-set-up";
import type { SaveAddOnInput } from "./input";
import { raiseGeneration } from "./raise-generation";
import type { VenueAddOn } from "./types";

export function addOnValues({ name, about, unit, unitPricePaise, gstRate, sac, maxQuantity }: VenueAddOn) {
  return { name, about, unit, unitPricePaise, gstRate, sac, maxQuantity };
}

/** Adds an extra or changes one. Agreed bookings keep theirs at its price. @throws AppError NOT_FOUND, CHANGED_MEANWHILE */
export async function saveAddOn(ctx: Ctx, input: SaveAddOnInput, mode: Mode): Promise<SetupEffects> {
  assertMay(ctx.actor, "price.write");
  const { venueId, seen, addOnId, price, ...rest } = input;
  const values = { ...rest, unitPricePaise: price };
  const tenantId = ctx.tenant.id;
  return changeSetUp(ctx, venueId, mode, async (tx, { venue }) => {
    const known = addOnId === undefined ? undefined : venue.addOns.find(({ id }) => id === addOnId);
    if (addOnId !== undefined && !known) throw new AppError("NOT_FOUND", { what: "addOn" });
    const current = known ? addOnValues(known) : null;
    assertSeen(seen, current);
    const changed = whatChanged(current ?? {}, values);
    if (!changed) return {};
    const id = addOnId ?? newId();
    if (known) {
      await tx
        .update(addOns)
        .set(values)
        .where(and(eq(addOns.tenantId, tenantId), eq(addOns.id, id)));
    } else {
      await tx.insert(addOns).values({ ...values, tenantId, id, venueId, sortOrder: venue.addOns.length });
    }
    await raiseGeneration(tx, tenantId, venueId);
    await recordChange(tx, ctx, {
      type: known ? "extra.changed" : "extra.added",
      subjectId: id,
      subject: values.name.en,
      ...(known ? { before: changed.before } : {}),
      after: changed.after,
    });
    const { count } = await bookingsAhead(tx, { tenantId, venueId });
    return { notes: [{ note: "pricesKept", count: known ? count : 0 }] };
  });
}
