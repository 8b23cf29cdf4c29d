import * as z from "zod";
import { asciiDigits } from "@/lib/core/digits";
import { isLocalDate } from "@/lib/core/local-date";
import {
  localText,
  numberIn,
  optionalLocalText,
  optionalPhone,
  optionalText,
  phone,
  rupees,
  seen,
  wholeIn,
} from "@/lib/tenants/input";

// Messages are keys of the `fieldErrors` namespace.
const ofVenue = { venueId: z.uuid(), seen };
const localDate = z
  .string("date")
  .transform((text) => asciiDigits(text.trim()))
  .refine(isLocalDate, "date");
const localTime = z
  .string("time")
  .transform((text) => asciiDigits(text.trim()))
  .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time"));
const weekdays = z
  .array(z.int().min(1).max(7))
  .min(1, "weekdays")
  .transform((days) => [...new Set(days)].toSorted((a, b) => a - b));
const list = z.array(localText(200)).max(40, "tooBig");

export const changeVenueInput = z.object({
  ...ofVenue,
  name: localText(80),
  about: localText(1000),
  address: localText(300),
  phone,
  whatsapp: optionalPhone,
  latitude: numberIn(-90, 90),
  longitude: numberIn(-180, 180),
  amenities: list,
  included: list,
  houseRules: list,
});
export type ChangeVenueInput = z.infer<typeof changeVenueInput>;

export const changeBookingRulesInput = z
  .object({
    ...ofVenue,
    setupMinutes: wholeIn(0, 1440),
    cleanupMinutes: wholeIn(0, 1440),
    leadMinutes: wholeIn(0, 525_600),
    horizonMonths: wholeIn(1, 36),
    minMinutes: wholeIn(15, 2880),
    maxMinutes: wholeIn(15, 20_160),
    holdMinutes: wholeIn(5, 120),
    answerMinutes: wholeIn(60, 20_160),
    confirmation: z.enum(["advance_paid", "approval", "advance_paid_and_approval"]),
    payAtHall: z.boolean(),
    customTimes: z.enum(["none", "staff", "everyone"]),
  })
  .refine(({ minMinutes, maxMinutes }) => minMinutes <= maxMinutes, { path: ["maxMinutes"], error: "maxBelowMin" });
export type ChangeBookingRulesInput = z.infer<typeof changeBookingRulesInput>;

const ILLUSTRATIONS = ["hall", "lawn", "dining", "whole", "mandap"] as const;

export const saveSpaceInput = z.object({
  ...ofVenue,
  /** Without it a new space. */
  spaceId: z.uuid().optional(),
  name: localText(80),
  about: optionalLocalText(500),
  capacity: wholeIn(1, 100_000),
  illustration: z.enum(ILLUSTRATIONS),
  /** The parts that it is made of; none: it is a part itself. */
  partIds: z
    .array(z.uuid())
    .max(20)
    .refine((ids) => ids.length !== 1, "twoParts"),
});
export type SaveSpaceInput = z.infer<typeof saveSpaceInput>;

export const spaceRef = z.object({ venueId: z.uuid(), spaceId: z.uuid() });
export type SpaceRef = z.infer<typeof spaceRef>;

export const saveSlotInput = z.object({
  ...ofVenue,
  slotId: z.uuid().optional(),
  name: localText(80),
  startTime: localTime,
  /** A hall day may run 16:00 to 15:00, the same time means a full day. */
  endTime: localTime,
  /** The day after next, for what lasts longer than a day. */
  isLong: z.boolean().default(false),
  weekdays,
});
export type SaveSlotInput = z.infer<typeof saveSlotInput>;

export const slotRef = z.object({ venueId: z.uuid(), slotId: z.uuid() });
export type SlotRef = z.infer<typeof slotRef>;

const gstRate = numberIn(0, 40);
const sac = z
  .string("sac")
  .transform((text) => asciiDigits(text.trim()))
  .pipe(z.string().regex(/^\d{4,8}$/, "sac"));
const noPrice = z.union([z.literal("").transform(() => null), z.null(), rupees()], "number");

export const changePricesInput = z.object({
  ...ofVenue,
  spaces: z
    .array(
      z.object({
        spaceId: z.uuid(),
        gstRate,
        sac,
        /** Slot null: an hour of custom times. Without an amount it is not sold. */
        prices: z.array(z.object({ slotId: z.uuid().nullable(), amount: noPrice })).max(50),
      }),
    )
    .max(50),
});
export type ChangePricesInput = z.infer<typeof changePricesInput>;

const adjust = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("percent"), value: numberIn(-100, 500) }),
  z.object({ kind: z.literal("amount"), value: rupees(-10_000_000, 10_000_000) }),
  z.object({ kind: z.literal("set"), value: rupees() }),
]);

export const priceRule = z
  .object({
    id: z.uuid(),
    label: localText(80),
    spaceId: z.uuid().nullable(),
    slotId: z.uuid().nullable(),
    weekdays: z.array(z.int().min(1).max(7)).max(7),
    from: z.union([z.literal("").transform(() => null), z.null(), localDate], "date"),
    to: z.union([z.literal("").transform(() => null), z.null(), localDate], "date"),
    muhurat: z.boolean().nullable(),
    adjust,
    stop: z.boolean(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ["to"], error: "dateOrder" });
export type PriceRuleInput = z.infer<typeof priceRule>;

export const changePriceRulesInput = z.object({ ...ofVenue, rules: z.array(priceRule).max(60, "tooBig") });
export type ChangePriceRulesInput = z.infer<typeof changePriceRulesInput>;

export const previewPricesInput = z.object({
  venueId: z.uuid(),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  spaceId: z.uuid(),
  /** Rules that are being written; without them the ones that hold. */
  rules: z.array(priceRule).max(60).optional(),
});
export type PreviewPricesInput = z.infer<typeof previewPricesInput>;

export const saveAddOnInput = z.object({
  ...ofVenue,
  addOnId: z.uuid().optional(),
  name: localText(80),
  about: optionalLocalText(500),
  unit: z.enum(["booking", "guest", "hour"]),
  price: rupees(),
  gstRate,
  sac,
  maxQuantity: z.union([z.literal("").transform(() => null), z.null(), wholeIn(1, 10_000)], "number"),
});
export type SaveAddOnInput = z.infer<typeof saveAddOnInput>;

export const addOnRef = z.object({ venueId: z.uuid(), addOnId: z.uuid() });
export type AddOnRef = z.infer<typeof addOnRef>;

export const changePoliciesInput = z.object({
  ...ofVenue,
  termsText: localText(8000),
  advance: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("percent"), value: numberIn(0, 100) }),
    z.object({ kind: z.literal("amount"), value: rupees() }),
  ]),
  balanceDueDays: wholeIn(0, 365),
  deposit: rupees(),
  tiers: z
    .array(z.object({ daysBefore: wholeIn(0, 730), refundPercent: numberIn(0, 100) }))
    .max(12, "tooBig")
    .refine((tiers) => new Set(tiers.map(({ daysBefore }) => daysBefore)).size === tiers.length, "sameTier"),
  freeDateChanges: wholeIn(0, 20),
  dateChangeDaysBefore: wholeIn(0, 365),
});
export type ChangePoliciesInput = z.infer<typeof changePoliciesInput>;

export const addMuhuratDatesInput = z.object({
  venueId: z.uuid(),
  text: z.string("required").trim().min(1, "required").max(60_000, "tooLong"),
  source: optionalText(80),
});
export type AddMuhuratDatesInput = z.infer<typeof addMuhuratDatesInput>;

export const removeMuhuratDateInput = z.object({ venueId: z.uuid(), date: localDate });
export type RemoveMuhuratDateInput = z.infer<typeof removeMuhuratDateInput>;
