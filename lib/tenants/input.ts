import * as z from "zod";
import { asciiDigits } from "@/lib/core/digits";
import { LOCALES } from "@/lib/core/locale";
import { HAND_METHODS } from "@/lib/core/payment-method";
import { parsePhone } from "@/lib/core/phone";

// What forms of the set-up are made of. Messages are keys of the `fieldErrors` namespace.

const written = (max: number) => z.string().trim().max(max, "tooLong");
const optional = (max: number) =>
  written(max)
    .optional()
    .transform((text) => text || undefined);

/** A text in three languages; English is always given, the others where the hall has them. */
export const localText = (max: number) =>
  z.object({ en: written(max).min(1, "required"), hi: optional(max), mr: optional(max) });

/** The same where nothing need be said. */
export const optionalLocalText = (max: number) => z.object({ en: written(max), hi: optional(max), mr: optional(max) });

export const optionalText = (max: number) =>
  written(max)
    .nullish()
    .transform((text) => text || null);

const typed = z.union([z.number(), z.string()], "number").transform((value, ctx) => {
  if (typeof value === "number") return value;
  const text = asciiDigits(value).replace(/[₹,\s]/g, "");
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  ctx.addIssue({ code: "custom", message: text === "" ? "required" : "number" });
  return z.NEVER;
});

/** A number as a person types it, in any of our digits, with commas. */
export const numberIn = (min: number, max: number) => typed.pipe(z.number().min(min, "tooSmall").max(max, "tooBig"));
export const wholeIn = (min: number, max: number) =>
  typed.pipe(z.number().int("wholeNumber").min(min, "tooSmall").max(max, "tooBig"));

/** An amount in rupees as a person types it; integer paise afterwards. */
export const rupees = (min = 0, max = 100_000_000) =>
  typed.pipe(
    z
      .number()
      .min(min, "tooSmall")
      .max(max, "tooBig")
      .refine((amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6, "rupees")
      .transform((amount) => Math.round(amount * 100)),
  );

export const phone = z.string("required").transform((text, ctx) => {
  const parsed = parsePhone(text);
  if (parsed) return parsed;
  ctx.addIssue({ code: "custom", message: "phone" });
  return z.NEVER;
});
export const optionalPhone = z.union([z.literal("").transform(() => null), z.null(), phone], "phone");

/** What a form's values were when it was shown; see changed.ts. */
export const seen = z.string().max(64).optional();

export const changeHallInput = z
  .object({
    seen,
    name: localText(80),
    tagline: localText(160),
    phone,
    whatsapp: optionalPhone,
    email: z.union([z.literal("").transform(() => null), z.null(), z.email("email").max(254, "tooLong")], "email"),
    legalName: written(120).min(2, "name"),
    gstin: z.union(
      [
        z.literal("").transform(() => null),
        z.null(),
        z
          .string()
          .trim()
          .toUpperCase()
          .regex(/^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]$/, "gstin"),
      ],
      "gstin",
    ),
    brandColour: z.union(
      [
        z.literal("").transform(() => null),
        z.null(),
        z
          .string()
          .toLowerCase()
          .regex(/^#[0-9a-f]{6}$/, "colour"),
      ],
      "colour",
    ),
    locale: z.enum(LOCALES),
    locales: z.array(z.enum(LOCALES)).min(1, "locales"),
    privacy: localText(8000),
  })
  .refine(({ locale, locales }) => locales.includes(locale), { path: ["locales"], error: "locales" });
export type ChangeHallInput = z.infer<typeof changeHallInput>;

/** A picture that the browser has made small; what it really is, is read from its bytes. */
export const saveLogoInput = z.object({
  file: z.instanceof(Blob).refine(({ size }) => size > 0 && size <= 524_288, "logo"),
});
export type SaveLogoInput = z.infer<typeof saveLogoInput>;

export const changeMethodsInput = z.object({ seen, methods: z.array(z.enum(HAND_METHODS)).min(1, "methods") });
export type ChangeMethodsInput = z.infer<typeof changeMethodsInput>;

const percent = wholeIn(0, 100);
export const changeBankInput = z
  .object({
    seen,
    upiVpa: z.union(
      [
        z.literal("").transform(() => null),
        z.null(),
        z
          .string()
          .trim()
          .regex(/^[A-Za-z0-9._-]{2,256}@[A-Za-z][A-Za-z0-9.-]{1,63}$/, "vpa"),
      ],
      "vpa",
    ),
    bank: z
      .object({
        holder: written(120),
        bank: written(120),
        account: written(40).transform((text) => asciiDigits(text).replace(/\s/g, "")),
        ifsc: written(20).toUpperCase(),
      })
      .superRefine(({ holder, bank, account, ifsc }, ctx) => {
        if (!holder && !bank && !account && !ifsc) return;
        const wrong = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
        if (!holder) wrong("holder", "required");
        if (!bank) wrong("bank", "required");
        if (!/^\d{6,20}$/.test(account)) wrong("account", "account");
        if (!/^[A-Z]{4}0[A-Z\d]{6}$/.test(ifsc)) wrong("ifsc", "ifsc");
      })
      .transform((bank) => (bank.account ? bank : null)),
    staffDiscountPercent: percent,
    managerDiscountPercent: percent,
  })
  .refine((limits) => limits.staffDiscountPercent <= limits.managerDiscountPercent, {
    path: ["managerDiscountPercent"],
    error: "maxBelowMin",
  });
export type ChangeBankInput = z.infer<typeof changeBankInput>;
