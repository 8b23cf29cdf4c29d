import "server-only";
import type { VenueSettings } from "@/lib/core/venue-settings";
import { inTenant, type TenantId } from "../client";
import { newId } from "../id";
import { type UserRole, users } from "../schema/people";
import { insertTenant, insertVenue } from "../seed/insert-venue";
import type { TenantRecipe, VenueRecipe } from "../seed/recipe";
import { recipeIds } from "../seed/recipe-ids";
import { dearDays, pricesOf, SESSIONS } from "../seed/sessions";

const text = (en: string) => ({ en, hi: en, mr: en });
const fresh = () => newId().replaceAll("-", "").slice(-12);

export type TestTenant = Awaited<ReturnType<typeof makeTenant>>;

/** A tenant of its own for one test or bench: nothing in it is shared, so nothing need be cleaned up. */
export function makeTenant(overrides: Partial<TenantRecipe> = {}) {
  return insertTenant({
    slug: `t-${fresh()}`,
    name: text("Test hall"),
    tagline: text("For tests"),
    locale: "en",
    numberPrefix: "TST",
    phone: "+919800000001",
    whatsapp: null,
    email: null,
    gstin: null,
    legalName: "Test hall",
    brandColour: null,
    privacy: text("Privacy"),
    ...overrides,
  });
}

export const TEST_SETTINGS: VenueSettings = {
  timeZone: "Asia/Kolkata",
  currency: "INR",
  setupMinutes: 30,
  cleanupMinutes: 30,
  leadMinutes: 60,
  horizonMonths: 24,
  minMinutes: 60,
  maxMinutes: 4320,
  holdMinutes: 15,
  answerMinutes: 1440,
  confirmation: "advance_paid",
  payAtHall: true,
  customTimes: "everyone",
};

type VenueOverrides = Omit<Partial<VenueRecipe>, "settings"> & { settings?: Partial<VenueSettings> };

/**
 * A venue of three parts A, B, C and their whole, selling the four demo sessions in each. Full day: A ₹50,000,
 * B ₹30,000, C ₹20,000, whole ₹90,000; advance 25 %; ids are in the answer.
 */
export async function makeVenue(tenant: { slug: string }, overrides: VenueOverrides = {}) {
  const rates = (full: number) => ({
    morning: full / 2,
    evening: full / 2,
    "full-day": full,
    "hall-day": full,
    hour: 5_000,
  });
  const part = (key: string, capacity: number) => ({
    ...{ key, name: text(key.toUpperCase()), about: text(`Part ${key}`), capacity, illustration: "hall" },
  });
  const recipe: VenueRecipe = {
    slug: `v-${fresh()}`,
    name: text("Test venue"),
    about: text("A venue"),
    address: text("Test road"),
    latitude: 19.27,
    longitude: 76.77,
    phone: "+919800000001",
    whatsapp: null,
    amenities: [],
    included: [],
    houseRules: [],
    illustration: "karyalay",
    paymentTerms: { advance: { kind: "percent", percent: 25 }, balanceDueDays: 7, depositPaise: 2_500_000 },
    cancellationTerms: {
      tiers: [
        { daysBefore: 30, refundPercent: 75 },
        { daysBefore: 7, refundPercent: 50 },
      ],
      freeDateChanges: 1,
      dateChangeDaysBefore: 7,
    },
    termsText: text("Terms"),
    spaces: [part("a", 500), part("b", 1200), part("c", 250), { ...part("whole", 1500), parts: ["a", "b", "c"] }],
    slots: SESSIONS,
    prices: [
      ...pricesOf("a", rates(50_000)),
      ...pricesOf("b", rates(30_000)),
      ...pricesOf("c", rates(20_000)),
      ...pricesOf("whole", rates(90_000)),
    ],
    rules: dearDays("a", 5_000, 8_000, 6_000),
    addOns: [
      {
        ...{
          key: "thali",
          name: text("Thali"),
          about: text("A meal"),
          unit: "guest",
          rupees: 250,
          gstRate: 5,
          sac: "996334",
        },
      },
      {
        ...{ key: "stage", name: text("Stage"), about: text("Flowers"), unit: "booking", rupees: 20_000, gstRate: 18 },
        ...{ sac: "998596", maxQuantity: 1 },
      },
    ],
    muhuratDates: [],
    ...overrides,
    settings: { ...TEST_SETTINGS, ...overrides.settings },
  };
  await insertVenue(tenant.slug, recipe);
  const ids = recipeIds(tenant.slug, recipe.slug);
  return {
    id: ids.venueId,
    slug: recipe.slug,
    settings: recipe.settings,
    space: { a: ids.space("a"), b: ids.space("b"), c: ids.space("c"), whole: ids.space("whole") },
    slot: {
      morning: ids.slot("morning"),
      evening: ids.slot("evening"),
      fullDay: ids.slot("full-day"),
      hallDay: ids.slot("hall-day"),
    },
    addOn: { thali: ids.addOn("thali"), stage: ids.addOn("stage") },
  };
}

export type TestVenue = Awaited<ReturnType<typeof makeVenue>>;

let phones = 0;

/** A person of the tenant; phones count up from +91 98000 00100. */
export async function makeUser(tenantId: TenantId, role: UserRole = "customer", phone?: string) {
  phones += 1;
  const user = {
    id: newId(),
    phone: phone ?? `+91980${String(100 + phones).padStart(7, "0")}`,
    name: `User ${phones}`,
    role,
  };
  await inTenant(tenantId, (tx) => tx.insert(users).values({ ...user, tenantId }));
  return user;
}

/** A tenant with one venue. */
export async function makeHall(overrides: VenueOverrides = {}) {
  const tenant = await makeTenant();
  return { tenant, venue: await makeVenue(tenant, overrides) };
}
