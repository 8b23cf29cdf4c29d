import * as z from "zod";
import { asciiDigits } from "@/lib/core/digits";

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

export const updateProfileInput = z.object({
  name: z.string("required").trim().min(2, "name").max(80, "tooLong"),
  email: z
    .union([z.literal(""), z.email("email").max(254, "tooLong")], "email")
    .optional()
    .transform((email) => email || null),
});
export type UpdateProfileInput = z.infer<typeof updateProfileInput>;
