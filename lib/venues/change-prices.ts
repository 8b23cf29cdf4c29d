import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { prices } from "@/db/schema/prices";
import { assertMay } from "@/lib/core/permissions";
import type { Price } from "@/lib/core/pricing";
import type { SetupEffects } from "@/lib/core/setup-effects";
import { AppError } from "@/lib/errors";
import { assertSeen } from "@/lib/tenants/changed";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { bookingsAhead } from "./bookings-ahead";
import { changeSetUp } from "./change-set-up";
import type { ChangePricesInput } from "./input";
import { priceValues } from "./set-up-values";
import type { VenueBook } from "./types";

const keyOf = (price: Pick<Price, "spaceId" | "slotId">) => `${price.spaceId} ${price.slotId ?? ""}`;
const isSame = (a: Price, b: Price | undefined) =>
  a.amountPaise === b?.amountPaise && a.gstRate === b.gstRate && a.sac === b.sac;

/**
 * Sets what the named spaces cost, session by session and by the hour; without an amount they are not sold. Agreed
 * bookings keep their price.
 * @throws AppError NOT_FOUND, CHANGED_MEANWHILE
 */
export async function changePrices(
  ctx: Ctx,
  { venueId, seen, spaces }: ChangePricesInput,
  mode: Mode,
): Promise<SetupEffects> {
  assertMay(ctx.actor, "price.write");
  const tenantId = ctx.tenant.id;
  return changeSetUp(ctx, venueId, mode, async (tx, book) => {
    assertSeen(seen, priceValues(book));
    assertKnown(book, spaces);
    const asked = spaces.flatMap(({ spaceId, gstRate, sac, prices: wanted }) =>
      wanted.map(({ slotId, amount }) => ({ spaceId, slotId, amountPaise: amount, gstRate, sac })),
    );
    const current = new Map(book.prices.map((price) => [keyOf(price), price]));
    const set = asked.flatMap(({ amountPaise, ...price }) => (amountPaise === null ? [] : [{ ...price, amountPaise }]));
    const changed = set.filter((price) => !isSame(price, current.get(keyOf(price))));
    const gone = asked.flatMap((price) => (price.amountPaise === null ? (current.get(keyOf(price)) ?? []) : []));
    if (changed.length + gone.length === 0) return {};

    if (changed.length > 0) {
      await tx
        .insert(prices)
        .values(changed.map((price) => ({ ...price, tenantId, id: newId(), venueId })))
        .onConflictDoUpdate({
          target: [prices.tenantId, prices.spaceId, prices.slotId],
          set: { amountPaise: sql`excluded.amount_paise`, gstRate: sql`excluded.gst_rate`, sac: sql`excluded.sac` },
        });
    }
    for (const price of gone) {
      const slotIs = price.slotId === null ? sql`${prices.slotId} is null` : eq(prices.slotId, price.slotId);
      await tx.delete(prices).where(and(eq(prices.tenantId, tenantId), eq(prices.spaceId, price.spaceId), slotIs));
    }
    for (const price of [...changed, ...gone]) {
      const before = current.get(keyOf(price));
      await recordChange(tx, ctx, {
        type: "price.changed",
        subjectId: price.spaceId,
        subject: nameOf(book, price),
        ...(before ? { before: termsOf(before) } : {}),
        after: gone.includes(price) ? { amountPaise: null } : termsOf(price),
      });
    }
    const { count } = await bookingsAhead(tx, { tenantId, venueId });
    return { notes: [{ note: "pricesKept", count }] };
  });
}

const termsOf = ({ amountPaise, gstRate, sac }: Price) => ({ amountPaise, gstRate, sac });

function assertKnown({ venue }: VenueBook, spaces: ChangePricesInput["spaces"]): void {
  const slotIds = new Set<string | null>([null, ...venue.slots.map(({ id }) => id)]);
  for (const { spaceId, prices: wanted } of spaces) {
    const isKnown = venue.spaces.some(({ id }) => id === spaceId) && wanted.every(({ slotId }) => slotIds.has(slotId));
    if (!isKnown) throw new AppError("NOT_FOUND", { what: "space" });
  }
}

function nameOf({ venue }: VenueBook, { spaceId, slotId }: Pick<Price, "spaceId" | "slotId">): string {
  const space = venue.spaces.find(({ id }) => id === spaceId)?.name.en ?? "";
  const slot = venue.slots.find(({ id }) => id === slotId)?.name.en;
  return slot ? `${space}, ${slot}` : space;
}
