import "server-only";
import { type Locale, textIn } from "@/lib/core/locale";
import { loadMessages } from "@/lib/i18n/load-messages";
import { fill } from "@/lib/i18n/plain-text";
import type { Tenant } from "@/lib/tenants/types";

/** The last line is WebOTP's: a browser on `host`, and only there, may offer the code. */
export async function otpText(tenant: Tenant, locale: Locale, host: string, code: string): Promise<string> {
  const { sms } = await loadMessages(locale);
  return `${fill(sms.otp, { code, hall: textIn(tenant.name, locale) })}\n\n@${host} #${code}`;
}
