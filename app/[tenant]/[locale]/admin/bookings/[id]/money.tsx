import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import type { BookingView } from "@/lib/bookings/queries";
import type { BookingStatus } from "@/lib/core/booking-state";
import { formatDate } from "@/lib/core/format-time";
import { addDays } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { localDateOf } from "@/lib/core/period";
import { localePath } from "@/lib/i18n/paths";

type Props = { view: BookingView; status: BookingStatus; locale: Locale; mayReceive: boolean };

/** What it costs, what came, what is still to come and by when; of one that is over, what stays and what goes back. */
export async function BookingMoney({ view, status, locale, mayReceive }: Props) {
  const t = await getTranslations({ locale, namespace: "admin.booking" });
  const { booking, paidPaise, duePaise, venue, ledger } = view;
  const dueOn = addDays(localDateOf(booking.startsAt, venue.timeZone), -booking.terms.payment.balanceDueDays);
  const back = ledger.flatMap((entry) => (entry.kind === "refund" && entry.reason !== "correction" ? [entry] : []));
  const sumOf = (entries: typeof back) => entries.reduce((sum, { amountPaise }) => sum + amountPaise, 0);
  const toReturn = sumOf(back.filter((entry) => entry.status !== "done"));
  const isOver = status === "cancelled" || status === "rejected";
  const rows = isOver
    ? [
        { key: "stays", label: t("stays"), paise: paidPaise },
        { key: "returned", label: t("returned"), paise: sumOf(back) - toReturn },
        { key: "toReturn", label: t("toReturn"), paise: toReturn, isLoud: toReturn > 0 },
      ]
    : [
        { key: "total", label: t("total"), paise: booking.totalPaise },
        { key: "received", label: t("received"), paise: paidPaise },
        // Nobody owes anything for what ran out, though the desk may still take its money.
        ...(status === "expired"
          ? []
          : [
              {
                key: "due",
                label: t("dueBy", { date: formatDate(dueOn, locale, "short") }),
                paise: duePaise,
                isLoud: duePaise > 0,
              },
            ]),
        { key: "deposit", label: t("deposit"), paise: booking.depositPaise },
      ];
  return (
    <>
      <dl className="grid gap-1.5">
        {rows.map(({ key, label, paise, isLoud }) => (
          <div key={key} className="flex justify-between gap-4">
            <dt className="text-ink-2">{label}</dt>
            <dd className={isLoud ? "font-semibold text-brand" : ""}>{formatMoney(paise, locale)}</dd>
          </div>
        ))}
      </dl>
      {mayReceive && !isOver ? (
        <div>
          <LinkButton tone="secondary" href={localePath(locale, `/admin/money/bookings/${booking.id}`)}>
            {t("receive")}
          </LinkButton>
        </div>
      ) : null}
    </>
  );
}
