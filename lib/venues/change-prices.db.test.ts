import { describe, expect, test } from "vitest";
import { readGeneration } from "@/db/client";
import { newId } from "@/db/id";
import { history, PREVIEW, SAVE, setUpScene } from "@/db/testing/set-up";
import { addDays } from "@/lib/core/local-date";
import { changePriceRules } from "./change-price-rules";
import { changePrices } from "./change-prices";
import { changePricesInput, priceRule } from "./input";
import { previewPrices } from "./preview-prices";
import { findVenueById } from "./queries";
import { saveAddOn } from "./save-add-on";

const text = (en: string) => ({ en, hi: undefined, mr: undefined });

const priceInput = (venueId: string, spaceId: string, slotId: string, amount: string) =>
  changePricesInput.parse({ venueId, spaces: [{ spaceId, gstRate: 18, sac: "997212", prices: [{ slotId, amount }] }] });

const rule = (over: object) =>
  priceRule.parse({
    ...{ id: newId(), label: { en: "Season" }, spaceId: null, slotId: null, weekdays: [], from: "", to: "" },
    ...{ muhurat: null, adjust: { kind: "percent", value: "10" }, stop: false },
    ...over,
  });

describe("prices", () => {
  test("a preview tells what saving does, and changes nothing", async () => {
    const { ctx, venue } = await setUpScene();
    const input = priceInput(venue.id, venue.space.a, venue.slot.evening, "₹३०,०००");
    const generation = await readGeneration(ctx.tenant.id, venue.id);
    const told = await changePrices(ctx, input, PREVIEW);
    expect(told.calendar?.dearer).toBeGreaterThan(700);
    expect(told.calendar?.cheaper).toBe(0);
    expect(told.calendar?.examples[0]?.afterPaise).toBe((told.calendar?.examples[0]?.beforePaise ?? 0) + 500_000);
    expect(await readGeneration(ctx.tenant.id, venue.id)).toBe(generation);
    expect(await history(ctx)).toEqual([]);

    expect(await changePrices(ctx, input, SAVE)).toEqual(told);
    expect(await readGeneration(ctx.tenant.id, venue.id)).toBeGreaterThan(generation ?? 0);
    expect(await history(ctx)).toMatchObject([
      {
        ...{ type: "price.changed", subject: "A, Evening", actor: { kind: "staff", role: "manager" } },
        ...{ before: { amountPaise: 2_500_000 }, after: { amountPaise: 3_000_000 } },
      },
    ]);
  });

  test("without an amount a session is not sold there", async () => {
    const { ctx, venue } = await setUpScene();
    const told = await changePrices(ctx, priceInput(venue.id, venue.space.a, venue.slot.evening, ""), SAVE);
    expect(told.calendar).toMatchObject({ dearer: 0, opened: 0 });
    expect(told.calendar?.closed).toBeGreaterThan(700);
    const slot = (await findVenueById(ctx.tenant, venue.id))?.slots.find(({ id }) => id === venue.slot.evening);
    expect(slot?.spaceIds).not.toContain(venue.space.a);
  });

  test("rules keep their order, and what each adds is told day by day", async () => {
    const { ctx, venue, today } = await setUpScene();
    const from = `${addDays(today, 40).slice(0, 7)}-01`;
    const rules = [
      rule({ spaceId: venue.space.a, adjust: { kind: "set", value: "40000" }, from, to: from }),
      rule({ label: { en: "Ten more" } }),
    ];
    const before = await previewPrices(ctx, {
      venueId: venue.id,
      spaceId: venue.space.a,
      month: from.slice(0, 7),
      rules,
    });
    await changePriceRules(ctx, { venueId: venue.id, rules }, SAVE);
    const after = await previewPrices(ctx, { venueId: venue.id, spaceId: venue.space.a, month: from.slice(0, 7) });
    expect(after).toEqual(before);
    const evening = after[0]?.slots.find(({ slotId }) => slotId === venue.slot.evening);
    expect(evening?.totalPaise).toBe(4_400_000);
    expect(evening?.steps.map(({ amountPaise }) => amountPaise)).toEqual([1_500_000, 400_000]);

    await changePriceRules(ctx, { venueId: venue.id, rules: rules.toReversed() }, SAVE);
    const turned = await previewPrices(ctx, { venueId: venue.id, spaceId: venue.space.a, month: from.slice(0, 7) });
    expect(turned[0]?.slots.find(({ slotId }) => slotId === venue.slot.evening)?.totalPaise).toBe(4_000_000);
    const types = (await history(ctx)).map(({ type }) => type);
    expect(types.filter((type) => type === "price-rule.added")).toHaveLength(2);
    expect(types.filter((type) => type === "price-rule.changed")).toHaveLength(2);
    expect(types).toContain("price-rule.removed");
  });

  test("an extra's price is read again at once, though no trigger watches it", async () => {
    const { ctx, venue } = await setUpScene();
    await findVenueById(ctx.tenant, venue.id);
    const thali = { about: text("A meal"), name: text("Thali"), unit: "guest" as const, gstRate: 5, sac: "996334" };
    const input = { ...thali, venueId: venue.id, addOnId: venue.addOn.thali, price: 30_000, maxQuantity: null };
    await saveAddOn(ctx, input, SAVE);
    const extras = (await findVenueById(ctx.tenant, venue.id))?.addOns;
    expect(extras?.find(({ id }) => id === venue.addOn.thali)?.unitPricePaise).toBe(30_000);
  });
});
