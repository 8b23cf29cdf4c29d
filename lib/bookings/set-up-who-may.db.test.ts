import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { auditEvents } from "@/db/schema/audit";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall, type TestVenue } from "@/db/testing/make-tenant";
import type { Actor } from "@/lib/core/actor";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import type { Permission } from "@/lib/core/permissions";
import { isAppError } from "@/lib/errors";
import { changeBank } from "@/lib/tenants/change-bank";
import { changeHall } from "@/lib/tenants/change-hall";
import { changeMethods } from "@/lib/tenants/change-methods";
import type { Ctx } from "@/lib/tenants/ctx";
import { changeBankInput, changeHallInput, changeMethodsInput } from "@/lib/tenants/input";
import { loadHall } from "@/lib/tenants/load-hall";
import { loadPaymentMethods } from "@/lib/tenants/payment-methods";
import { removeLogo } from "@/lib/tenants/remove-logo";
import { saveLogo } from "@/lib/tenants/save-logo";
import { addMuhuratDates } from "@/lib/venues/add-muhurat-dates";
import { archiveAddOn } from "@/lib/venues/archive-add-on";
import { archiveSlot } from "@/lib/venues/archive-slot";
import { archiveSpace } from "@/lib/venues/archive-space";
import { changeBookingRules } from "@/lib/venues/change-booking-rules";
import { changePolicies } from "@/lib/venues/change-policies";
import { changePriceRules } from "@/lib/venues/change-price-rules";
import { changePrices } from "@/lib/venues/change-prices";
import { changeVenue } from "@/lib/venues/change-venue";
import {
  changeBookingRulesInput,
  changePoliciesInput,
  changePricesInput,
  changeVenueInput,
  saveAddOnInput,
  saveSlotInput,
  saveSpaceInput,
} from "@/lib/venues/input";
import { loadSetUp } from "@/lib/venues/load-set-up";
import { previewPrices } from "@/lib/venues/preview-prices";
import { removeMuhuratDate } from "@/lib/venues/remove-muhurat-date";
import { saveAddOn } from "@/lib/venues/save-add-on";
import { saveSlot } from "@/lib/venues/save-slot";
import { saveSpace } from "@/lib/venues/save-space";
import { closeDays } from "./close-days";
import { closeYearly } from "./close-yearly";
import { listClosures } from "./closures";
import { endYearly } from "./end-yearly";
import { openDays } from "./open-days";

/** Every verb of the set-up by everybody: who may not is told FORBIDDEN, another hall's people find nothing, and nothing changes. */

const SAVE = { preview: false };
const DAY = addDays(todayIn(new Date(), "Asia/Kolkata"), 40);
const both = (en: string) => ({ en });
const LEADS = ["manager", "owner"];
const WITH_PLATFORM = [...LEADS, "platform"];
const PNG = new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])]);

const HALL = changeHallInput.parse({
  ...{ name: both("Hall"), tagline: both("Here"), phone: "9800000001", whatsapp: "", email: "", legalName: "Hall" },
  ...{ gstin: "", brandColour: "", locale: "en", locales: ["en"], privacy: both("None") },
});
const BANK = changeBankInput.parse({
  ...{ upiVpa: "hall@okbank", bank: { holder: "", bank: "", account: "", ifsc: "" } },
  ...{ staffDiscountPercent: 0, managerDiscountPercent: 5 },
});

type Verb = (ctx: Ctx, venue: TestVenue) => Promise<unknown>;

/** The verb, its permission, who may, and whether it names a venue (so that another hall's people miss it). */
const VERBS: [string, Permission, Verb, string[], "venue" | "hall"][] = [
  [
    "change the venue",
    "venue.write",
    (ctx, { id: venueId }) => {
      const lists = { amenities: [], included: [], houseRules: [] };
      const texts = { name: both("New"), about: both("New"), address: both("New") };
      const rest = { phone: "9800000001", whatsapp: "", latitude: 1, longitude: 1 };
      return changeVenue(ctx, changeVenueInput.parse({ venueId, ...texts, ...rest, ...lists }), SAVE);
    },
    WITH_PLATFORM,
    "venue",
  ],
  [
    "change how booking works",
    "venue.write",
    (ctx, { id: venueId, settings }) =>
      changeBookingRules(ctx, changeBookingRulesInput.parse({ ...settings, venueId, leadMinutes: 90 }), SAVE),
    WITH_PLATFORM,
    "venue",
  ],
  [
    "change the terms",
    "venue.write",
    (ctx, { id: venueId }) => {
      const money = { advance: { kind: "percent", value: 30 }, balanceDueDays: 3, deposit: 0 };
      const dates = { tiers: [], freeDateChanges: 0, dateChangeDaysBefore: 0 };
      return changePolicies(
        ctx,
        changePoliciesInput.parse({ venueId, termsText: both("New"), ...money, ...dates }),
        SAVE,
      );
    },
    WITH_PLATFORM,
    "venue",
  ],
  [
    "add a space",
    "venue.write",
    (ctx, { id: venueId }) => {
      const space = { name: both("Terrace"), about: both(""), capacity: 90, illustration: "hall", partIds: [] };
      return saveSpace(ctx, saveSpaceInput.parse({ venueId, ...space }), SAVE);
    },
    WITH_PLATFORM,
    "venue",
  ],
  [
    "take a space out of use",
    "venue.write",
    (ctx, { id: venueId, space }) => archiveSpace(ctx, { venueId, spaceId: space.whole }, SAVE),
    WITH_PLATFORM,
    "venue",
  ],
  [
    "add a session",
    "venue.write",
    (ctx, { id: venueId }) => {
      const slot = { name: both("Noon"), startTime: "12:00", endTime: "15:00", weekdays: [6, 7] };
      return saveSlot(ctx, saveSlotInput.parse({ venueId, ...slot }), SAVE);
    },
    WITH_PLATFORM,
    "venue",
  ],
  [
    "take a session out of use",
    "venue.write",
    (ctx, { id: venueId, slot }) => archiveSlot(ctx, { venueId, slotId: slot.morning }, SAVE),
    WITH_PLATFORM,
    "venue",
  ],
  [
    "change a price",
    "price.write",
    (ctx, { id: venueId, space, slot }) => {
      const row = { spaceId: space.a, gstRate: 18, sac: "997212", prices: [{ slotId: slot.evening, amount: 99 }] };
      return changePrices(ctx, changePricesInput.parse({ venueId, spaces: [row] }), SAVE);
    },
    WITH_PLATFORM,
    "venue",
  ],
  [
    "change the rules",
    "price.write",
    (ctx, { id: venueId }) => changePriceRules(ctx, { venueId, rules: [] }, SAVE),
    WITH_PLATFORM,
    "venue",
  ],
  [
    "change an extra",
    "price.write",
    (ctx, { id: venueId }) => {
      const extra = { name: both("Tent"), about: both(""), unit: "booking", price: 9, gstRate: 18, sac: "997212" };
      return saveAddOn(ctx, saveAddOnInput.parse({ venueId, ...extra, maxQuantity: "" }), SAVE);
    },
    WITH_PLATFORM,
    "venue",
  ],
  [
    "take an extra out of use",
    "price.write",
    (ctx, { id: venueId, addOn }) => archiveAddOn(ctx, { venueId, addOnId: addOn.stage }, SAVE),
    WITH_PLATFORM,
    "venue",
  ],
  [
    "add muhurat dates",
    "muhurat.write",
    (ctx, { id: venueId }) => addMuhuratDates(ctx, { venueId, text: DAY, source: null }, SAVE),
    LEADS,
    "venue",
  ],
  [
    "close days",
    "blackout.write",
    (ctx, { id: venueId, space }) =>
      closeDays(
        ctx,
        { venueId, spaceId: space.a, from: DAY, to: DAY, startTime: null, endTime: null, reason: "Repairs" },
        SAVE,
      ),
    LEADS,
    "venue",
  ],
  [
    "close days each year",
    "blackout.write",
    (ctx, { id: venueId, space }) =>
      closeYearly(ctx, { venueId, spaceId: space.a, startsOn: DAY.slice(5), days: 1, reason: "Diwali" }, SAVE),
    LEADS,
    "venue",
  ],
  ["change name and look", "branding.write", (ctx) => changeHall(ctx, HALL, SAVE), WITH_PLATFORM, "hall"],
  ["save a logo", "branding.write", (ctx) => saveLogo(ctx, { file: PNG }), WITH_PLATFORM, "hall"],
  ["remove the logo", "branding.write", (ctx) => removeLogo(ctx), WITH_PLATFORM, "hall"],
  [
    "change ways to pay",
    "venue.write",
    (ctx) => changeMethods(ctx, changeMethodsInput.parse({ methods: ["cash"] }), SAVE),
    WITH_PLATFORM,
    "hall",
  ],
  ["change the bank", "bank.write", (ctx) => changeBank(ctx, BANK, SAVE), ["owner"], "hall"],
  ["look at the set-up", "setup.read", (ctx, { slug }) => loadSetUp(ctx, slug), LEADS, "venue"],
  ["look at the hall", "setup.read", (ctx) => loadHall(ctx), LEADS, "hall"],
  ["look at ways to pay", "setup.read", (ctx) => loadPaymentMethods(ctx), LEADS, "hall"],
  ["look at closed days", "setup.read", (ctx, { id }) => listClosures(ctx, id), LEADS, "hall"],
  [
    "look at prices ahead",
    "setup.read",
    (ctx, { id: venueId, space }) => previewPrices(ctx, { venueId, spaceId: space.a, month: DAY.slice(0, 7) }),
    LEADS,
    "venue",
  ],
  [
    "remove a muhurat date that is not there",
    "muhurat.write",
    (ctx, { id: venueId }) => missing(removeMuhuratDate(ctx, { venueId, date: DAY }, SAVE)),
    LEADS,
    "hall",
  ],
  [
    "open days that are not closed",
    "blackout.write",
    (ctx) => missing(openDays(ctx, { blackoutId: newId() }, SAVE)),
    LEADS,
    "hall",
  ],
  [
    "end what is not closed each year",
    "blackout.write",
    (ctx) => missing(endYearly(ctx, { yearlyId: newId() }, SAVE)),
    LEADS,
    "hall",
  ],
];

/** Whoever may, is told that there is no such thing. */
const missing = (work: Promise<unknown>) =>
  work.catch((error: unknown) => {
    if (!isAppError(error, "NOT_FOUND")) throw error;
  });

async function scene() {
  const { tenant, venue } = await makeHall();
  const family = await makeFamily(tenant);
  const elsewhere = await makeManager((await makeHall()).tenant);
  const as = (actor: Actor): Ctx => ({ ...family, actor });
  const manager = await makeManager(tenant);
  const leads = manager.actor.kind === "staff" ? manager.actor.userId : "";
  const actors: Record<string, Ctx> = {
    family,
    staff: as({ kind: "staff", userId: leads, role: "staff" }),
    manager,
    owner: as({ kind: "staff", userId: leads, role: "owner" }),
    "key without scope": as({ kind: "apiKey", keyId: "key", scopes: [] }),
    platform: as({ kind: "platform" }),
    job: as({ kind: "job", name: "close-yearly-days" }),
  };
  return { tenant, venue, actors, elsewhere };
}

const changesOf = (ctx: Ctx) =>
  inTenant(ctx.tenant.id, (tx) =>
    tx
      .select({ type: auditEvents.type })
      .from(auditEvents)
      .where(and(eq(auditEvents.tenantId, ctx.tenant.id))),
  );

describe.each(VERBS)("%s (%s)", (_, permission, verb, who, of) => {
  test("by everybody", async () => {
    const { venue, actors, elsewhere } = await scene();
    for (const [name, ctx] of Object.entries(actors)) {
      const before = await changesOf(ctx);
      const error = await verb(ctx, venue).then(
        () => null,
        (caught: unknown) => caught,
      );
      // The first who may has taken it out of use already.
      if (who.includes(name))
        expect(error === null || isAppError(error, "NOT_FOUND") || isAppError(error, "STILL_BOOKED"), name).toBe(true);
      else {
        expect(
          isAppError(error, "FORBIDDEN") && error.details,
          `${name} did not get FORBIDDEN: ${String(error)}`,
        ).toEqual({
          permission,
        });
        expect(await changesOf(ctx), name).toEqual(before);
      }
    }
    if (of !== "venue") return;
    const lost = await verb(elsewhere, venue).catch((caught: unknown) => caught);
    expect(isAppError(lost), "another hall's manager").toBe(true);
    expect(await changesOf(elsewhere)).toEqual([]);
  });
});
