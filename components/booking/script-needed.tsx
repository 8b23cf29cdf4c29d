import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/core/locale";
import { formatPhone } from "@/lib/core/phone";
import { digits } from "@/lib/i18n/plain-text";

/** Dates and prices need no script; a code and a payment do. Without one the hall books by phone. */
export async function ScriptNeeded({ locale, phone }: { locale: Locale; phone: string }) {
  const t = await getTranslations({ locale, namespace: "booking.script" });
  return (
    <noscript>
      <Notice tone="warning" title={t("title")}>
        {t("text")}{" "}
        <a className="text-link" href={`tel:${phone}`}>
          {digits(formatPhone(phone), locale)}
        </a>
      </Notice>
    </noscript>
  );
}
