import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import type { BookingView } from "@/lib/bookings/queries";
import { formatDate } from "@/lib/core/format-time";
import { addDays } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { localDateOf } from "@/lib/core/period";
import { localePath } from "@/lib/i18n/paths";

type Props = { view: BookingView; locale: Locale; mayReceive: boolean };

/** What it costs, what came, what is still to come and by when. */
export async function BookingMoney({ view, locale, mayReceive }: Props) {
  const t = await getTranslations({ locale, namespace: "admin.booking" });
  const { booking, paidPaise, duePaise, venue } = view;
  const dueOn = addDays(localDateOf(booking.startsAt, venue.timeZone), -booking.terms.payment.balanceDueDays);
  const rows = [
    { key: "total", label: t("total"), paise: booking.totalPaise },
    { key: "received", label: t("received"), paise: paidPaise },
    { key: "due", label: t("dueBy", { date: formatDate(dueOn, locale, "short") }), paise: duePaise },
    { key: "deposit", label: t("deposit"), paise: booking.depositPaise },
  ];
  return (
    <>
      <dl className="grid gap-1.5">
        {rows.map(({ key, label, paise }) => (
          <div key={key} className="flex justify-between gap-4">
            <dt className="text-ink-2">{label}</dt>
            <dd className={key === "due" && paise > 0 ? "font-semibold text-brand" : ""}>
              {formatMoney(paise, locale)}
            </dd>
          </div>
        ))}
      </dl>
      {mayReceive ? (
        <div>
          <LinkButton tone="secondary" href={localePath(locale, `/admin/money/bookings/${booking.id}`)}>
            {t("receive")}
          </LinkButton>
        </div>
      ) : null}
    </>
  );
}
