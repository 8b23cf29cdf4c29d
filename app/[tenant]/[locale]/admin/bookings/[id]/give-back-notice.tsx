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
  const online = new Set(
    ledger.flatMap((one) => (one.kind === "payment" && one.method === "razorpay" ? [one.id] : [])),
  );
  const waiting = ledger
    .filter((one) => one.kind === "refund")
    .filter(({ status, paymentId }) => status === "failed" || (status === "queued" && !online.has(paymentId)))
    .reduce((sum, { amountPaise }) => sum + amountPaise, 0);
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
