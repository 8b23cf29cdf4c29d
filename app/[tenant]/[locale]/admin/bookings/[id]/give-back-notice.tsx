import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { BookingView } from "@/lib/bookings/queries";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { localePath } from "@/lib/i18n/paths";

type Props = { view: BookingView; locale: Locale; mayGive: boolean };

/** Money that no gateway sends back by itself waits for a hand: how much, and where that is recorded. */
export async function GiveBackNotice({ view, locale, mayGive }: Props) {
  const t = await getTranslations({ locale, namespace: "admin.booking" });
  const { booking, ledger } = view;
  const isByHand = ledger.every((entry) => entry.kind === "refund" || entry.method !== "razorpay");
  const waiting = ledger.reduce(
    (sum, entry) =>
      entry.kind === "refund" && (entry.status === "failed" || (isByHand && entry.status === "queued"))
        ? sum + entry.amountPaise
        : sum,
    0,
  );
  if (waiting === 0) return null;
  return (
    <Notice tone="warning" title={t("giveBackHint", { amount: formatMoney(waiting, locale) })}>
      {mayGive ? (
        <LinkButton tone="secondary" className="mt-3" href={localePath(locale, `/admin/money/bookings/${booking.id}`)}>
          {t("giveBack")}
        </LinkButton>
      ) : null}
    </Notice>
  );
}
