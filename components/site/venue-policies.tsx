import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { digits } from "@/lib/i18n/plain-text";
import type { Venue } from "@/lib/venues/types";

type Props = { venue: Venue; locale: Locale };

/** A venue's own terms, from the same values that its bookings are charged and refunded by. */
export async function VenuePolicies({ venue, locale }: Props) {
  const t = await getTranslations("policies");
  const { advance, balanceDueDays, depositPaise } = venue.paymentTerms;
  const { freeDateChanges, dateChangeDaysBefore } = venue.cancellationTerms;
  const { holdMinutes, payAtHall, answerMinutes } = venue.settings;
  const paying = [
    t("gst"),
    t("hold", { minutes: digits(holdMinutes, locale) }),
    advance.kind === "percent"
      ? t("advancePercent", { percent: digits(advance.percent, locale) })
      : t("advanceAmount", { amount: formatMoney(advance.paise, locale) }),
    t("balance", { days: balanceDueDays, n: digits(balanceDueDays, locale) }),
    ...(depositPaise > 0 ? [t("deposit", { amount: formatMoney(depositPaise, locale) })] : []),
    ...(payAtHall ? [t("payAtHall", { hours: digits(Math.round(answerMinutes / 60), locale) })] : []),
  ];
  return (
    <article className="pt-10">
      <h2 className="text-2xl">{textIn(venue.name, locale)}</h2>
      <Part title={t("payment")}>
        <ul>
          {paying.map((sentence) => (
            <li key={sentence} className="border-b border-rule py-2.5">
              {sentence}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t("cancelling")}>
        <RefundTable venue={venue} locale={locale} />
        <p className="py-3 text-ink-2">{t("refundTime")}</p>
      </Part>
      <Part title={t("changing")}>
        <p className="py-3">
          {t("freeChanges", { count: freeDateChanges, n: digits(freeDateChanges, locale) })}{" "}
          {freeDateChanges > 0 ? t("changeBefore", { days: digits(dateChangeDaysBefore, locale) }) : null}
        </p>
      </Part>
      <Part title={t("terms")}>
        <p className="py-3 whitespace-pre-line">{textIn(venue.termsText, locale)}</p>
      </Part>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="pt-6">
      <h3 className="border-b border-rule-2 pb-2 text-xl">{title}</h3>
      {children}
    </section>
  );
}

async function RefundTable({ venue, locale }: Props) {
  const t = await getTranslations("policies");
  const tiers = venue.cancellationTerms.tiers.toSorted((a, b) => b.daysBefore - a.daysBefore);
  const rows = tiers.map(({ daysBefore, refundPercent }) => ({
    when: t("tierDays", { days: daysBefore, n: digits(daysBefore, locale) }),
    refund: refundPercent > 0 ? t("tierPercent", { percent: digits(refundPercent, locale) }) : t("tierNothing"),
  }));
  if ((tiers.at(-1)?.daysBefore ?? 1) > 0) rows.push({ when: t("tierLater"), refund: t("tierNothing") });
  return (
    <table className="w-full text-left">
      <thead className="text-[0.9375rem] text-ink-2">
        <tr className="border-b border-rule">
          <th scope="col" className="py-2 font-medium">
            {t("tierWhen")}
          </th>
          <th scope="col" className="py-2 text-right font-medium">
            {t("tierRefund")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ when, refund }) => (
          <tr key={when} className="border-b border-rule">
            <th scope="row" className="py-2.5 font-medium">
              {when}
            </th>
            <td className="py-2.5 text-right font-semibold">{refund}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
