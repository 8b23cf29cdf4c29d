import "server-only";
import { checkCache } from "@/lib/availability/check-cache";
import { clearCache } from "@/lib/availability/clear-cache";
import { closeDays } from "@/lib/bookings/close-days";
import { closeYearly } from "@/lib/bookings/close-yearly";
import { listClosures } from "@/lib/bookings/closures";
import { createBlackout } from "@/lib/bookings/create-blackout";
import { endYearly } from "@/lib/bookings/end-yearly";
import { listBlackouts } from "@/lib/bookings/list-blackouts";
import { openDays } from "@/lib/bookings/open-days";
import { changeBank } from "@/lib/tenants/change-bank";
import { changeHall } from "@/lib/tenants/change-hall";
import { changeMethods } from "@/lib/tenants/change-methods";
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
import { inHall, LEADS, needing, on, type Row, type Who } from "./row";
import { dayAhead } from "./scene";

const SAVE = { preview: false };
const WITH_PLATFORM: Who[] = [...LEADS, "platform"];
const both = (en: string) => ({ en });
const logo = () => new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])]);

const hall = () =>
  changeHallInput.parse({
    ...{ name: both("Hall"), tagline: both("Here"), phone: "9800000001", whatsapp: "", email: "", legalName: "Hall" },
    ...{ gstin: "", brandColour: "", locale: "en", locales: ["en"], privacy: both("None") },
  });
const bank = () =>
  changeBankInput.parse({
    ...{ upiVpa: "hall@okbank", bank: { holder: "", bank: "", account: "", ifsc: "" } },
    ...{ staffDiscountPercent: 0, managerDiscountPercent: 5 },
  });

export const SET_UP_ROWS: Row[] = [
  ...needing(
    ["setUp"],
    [
      on(removeMuhuratDate, "muhurat.write", LEADS, (ctx, { venue, muhurat }) =>
        removeMuhuratDate(ctx, { venueId: venue.id, date: muhurat }, SAVE),
      ),
      on(openDays, "blackout.write", LEADS, (ctx, { blackoutId }) => openDays(ctx, { blackoutId }, SAVE)),
      on(endYearly, "blackout.write", LEADS, (ctx, { yearlyId }) => endYearly(ctx, { yearlyId }, SAVE)),
    ],
  ),
  on(changeVenue, "venue.write", WITH_PLATFORM, (ctx, { venue }) => {
    const lists = { amenities: [], included: [], houseRules: [] };
    const texts = { name: both("New"), about: both("New"), address: both("New") };
    const rest = { phone: "9800000001", whatsapp: "", latitude: 1, longitude: 1 };
    return changeVenue(ctx, changeVenueInput.parse({ venueId: venue.id, ...texts, ...rest, ...lists }), SAVE);
  }),
  on(changeBookingRules, "venue.write", WITH_PLATFORM, (ctx, { venue }) => {
    const rules = { ...venue.settings, venueId: venue.id, leadMinutes: 90 };
    return changeBookingRules(ctx, changeBookingRulesInput.parse(rules), SAVE);
  }),
  on(changePolicies, "venue.write", WITH_PLATFORM, (ctx, { venue }) => {
    const money = { advance: { kind: "percent", value: 30 }, balanceDueDays: 3, deposit: 0 };
    const dates = { tiers: [], freeDateChanges: 0, dateChangeDaysBefore: 0 };
    const terms = { venueId: venue.id, termsText: both("New"), ...money, ...dates };
    return changePolicies(ctx, changePoliciesInput.parse(terms), SAVE);
  }),
  on(saveSpace, "venue.write", WITH_PLATFORM, (ctx, { venue }) => {
    const space = { name: both("Terrace"), about: both(""), capacity: 90, illustration: "hall", partIds: [] };
    return saveSpace(ctx, saveSpaceInput.parse({ venueId: venue.id, ...space }), SAVE);
  }),
  on(archiveSpace, "venue.write", WITH_PLATFORM, (ctx, { venue }) =>
    archiveSpace(ctx, { venueId: venue.id, spaceId: venue.space.whole }, SAVE),
  ),
  on(saveSlot, "venue.write", WITH_PLATFORM, (ctx, { venue }) => {
    const slot = { name: both("Noon"), startTime: "12:00", endTime: "15:00", weekdays: [6, 7] };
    return saveSlot(ctx, saveSlotInput.parse({ venueId: venue.id, ...slot }), SAVE);
  }),
  on(archiveSlot, "venue.write", WITH_PLATFORM, (ctx, { venue }) =>
    archiveSlot(ctx, { venueId: venue.id, slotId: venue.slot.morning }, SAVE),
  ),
  on(changePrices, "price.write", WITH_PLATFORM, (ctx, { venue: { id: venueId, space, slot } }) => {
    const row = { spaceId: space.a, gstRate: 18, sac: "997212", prices: [{ slotId: slot.evening, amount: 99 }] };
    return changePrices(ctx, changePricesInput.parse({ venueId, spaces: [row] }), SAVE);
  }),
  on(changePriceRules, "price.write", WITH_PLATFORM, (ctx, { venue }) =>
    changePriceRules(ctx, { venueId: venue.id, rules: [] }, SAVE),
  ),
  on(saveAddOn, "price.write", WITH_PLATFORM, (ctx, { venue }) => {
    const extra = { name: both("Tent"), about: both(""), unit: "booking", price: 9, gstRate: 18, sac: "997212" };
    return saveAddOn(ctx, saveAddOnInput.parse({ venueId: venue.id, ...extra, maxQuantity: "" }), SAVE);
  }),
  on(archiveAddOn, "price.write", WITH_PLATFORM, (ctx, { venue }) =>
    archiveAddOn(ctx, { venueId: venue.id, addOnId: venue.addOn.stage }, SAVE),
  ),
  on(addMuhuratDates, "muhurat.write", LEADS, (ctx, { venue }) =>
    addMuhuratDates(ctx, { venueId: venue.id, text: dayAhead(33), source: null }, SAVE),
  ),
  on(closeDays, "blackout.write", LEADS, (ctx, { venue: { id: venueId, space } }) => {
    const days = { from: dayAhead(70), to: dayAhead(71), startTime: null, endTime: null };
    return closeDays(ctx, { venueId, spaceId: space.a, ...days, reason: "Repairs" }, SAVE);
  }),
  on(createBlackout, "blackout.write", LEADS, (ctx, { venue: { id: venueId, space } }) => {
    const days = { from: dayAhead(80), to: dayAhead(80), startTime: null, endTime: null };
    return createBlackout(ctx, { venueId, spaceId: space.b, ...days, reason: "Painting" }, ({ id }) => id);
  }),
  on(closeYearly, "blackout.write", LEADS, (ctx, { venue: { id: venueId, space } }) =>
    closeYearly(ctx, { venueId, spaceId: space.a, startsOn: dayAhead(75).slice(5), days: 1, reason: "Diwali" }, SAVE),
  ),
  inHall(changeHall, "branding.write", WITH_PLATFORM, (ctx) => changeHall(ctx, hall(), SAVE)),
  inHall(saveLogo, "branding.write", WITH_PLATFORM, (ctx) => saveLogo(ctx, { file: logo() })),
  inHall(removeLogo, "branding.write", WITH_PLATFORM, (ctx) => removeLogo(ctx)),
  inHall(changeMethods, "venue.write", WITH_PLATFORM, (ctx) =>
    changeMethods(ctx, changeMethodsInput.parse({ methods: ["cash"] }), SAVE),
  ),
  inHall(changeBank, "bank.write", ["owner"], (ctx) => changeBank(ctx, bank(), SAVE)),
  on(loadSetUp, "setup.read", LEADS, (ctx, { venue }) => loadSetUp(ctx, venue.slug)),
  inHall(loadHall, "setup.read", LEADS, (ctx) => loadHall(ctx)),
  inHall(loadPaymentMethods, "setup.read", LEADS, (ctx) => loadPaymentMethods(ctx)),
  inHall(listClosures, "setup.read", LEADS, (ctx, { venue }) => listClosures(ctx, venue.id)),
  inHall(listBlackouts, "setup.read", LEADS, (ctx, { venue }) => listBlackouts(ctx, { venueId: venue.id }, 10)),
  inHall(checkCache, "cache.read", LEADS, (ctx) => checkCache(ctx)),
  inHall(clearCache, "cache.clear", ["owner"], (ctx) => clearCache(ctx)),
  on(previewPrices, "setup.read", LEADS, (ctx, { venue: { id: venueId, space } }) =>
    previewPrices(ctx, { venueId, spaceId: space.a, month: dayAhead(30).slice(0, 7) }),
  ),
];
