import * as z from "zod";
import { asciiDigits } from "@/lib/core/digits";
import type { Locale } from "@/lib/core/locale";

// Messages are keys of the `fieldErrors` namespace.
export const requestCodeInput = z.object({
  phone: z.string("required").trim().min(1, "required").max(30, "phone"),
});
export type RequestCodeInput = z.infer<typeof requestCodeInput>;

export const resendCodeInput = z.object({ challengeId: z.uuid("code") });
export type ResendCodeInput = z.infer<typeof resendCodeInput>;

export const verifyCodeInput = z.object({
  challengeId: z.uuid("code"),
  code: z
    .string("required")
    .max(20, "code")
    .transform((text) => asciiDigits(text).replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "code")),
});
export type VerifyCodeInput = z.infer<typeof verifyCodeInput>;

const role = z.enum(["staff", "manager", "owner"]);

export const inviteMemberInput = z.object({
  phone: z.string("required").trim().min(1, "required").max(30, "phone"),
  name: z.string("required").trim().min(2, "name").max(80, "tooLong"),
  role,
});
export type InviteMemberInput = z.infer<typeof inviteMemberInput>;

export const changeRoleInput = z.object({ userId: z.uuid(), role });
export type ChangeRoleInput = z.infer<typeof changeRoleInput>;

export const memberRef = z.object({ userId: z.uuid() });
export type MemberRef = z.infer<typeof memberRef>;

/** Without an id: every login but the one that asks. */
export const endSessionsInput = z.object({ sessionId: z.uuid().optional() });

export const updateProfileInput = z.object({
  name: z.string("required").trim().min(2, "name").max(80, "tooLong"),
  email: z
    .union([z.literal(""), z.email("email").max(254, "tooLong")], "email")
    .optional()
    .transform((email) => email || null),
});

/** What a verb is told of a person; what is left out stays. */
export type ChangeProfileInput = {
  name?: string | undefined;
  email?: string | null | undefined;
  locale?: Locale | undefined;
};

export type CreateCustomerInput = {
  phone: string;
  name: string;
  email?: string | undefined;
  locale?: Locale | undefined;
};

/** What the desk may put right about a customer. */
export const updateCustomerInput = updateProfileInput.extend({
  customerId: z.uuid(),
  locale: z.enum(["mr", "hi", "en"]).optional(),
});

/** The longest life of a key that has an end, in days. */
const MOST_DAYS = 3650;

export const createApiKeyInput = z.object({
  name: z.string("required").trim().min(2, "required").max(80, "tooLong"),
  scopes: z.array(z.string().max(60)).min(1, "required").max(60),
  /** Null: until it is revoked. */
  days: z.int("wholeNumber").min(1, "tooSmall").max(MOST_DAYS, "tooBig").nullable(),
});
export type CreateApiKeyInput = z.infer<typeof createApiKeyInput>;

export const apiKeyRef = z.object({ keyId: z.uuid() });
export type ApiKeyRef = z.infer<typeof apiKeyRef>;
