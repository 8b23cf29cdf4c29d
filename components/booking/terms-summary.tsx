import { getTranslations } from "next-intl/server";
import type { CancellationTerms } from "@/lib/core/cancellation";
import { type Locale, type LocalText, textIn } from "@/lib/core/locale";
import { digits } from "@/lib/i18n/plain-text";

type Props = { locale: Locale; cancellation: CancellationTerms; text: LocalText };

/** What cancelling returns and what moving the date costs, in a few lines; the full text is one tap away. */
export async function TermsSummary({ locale, cancellation, text }: Props) {
  const t = await getTranslations({ locale, namespace: "booking.terms" });
  const tiers = cancellation.tiers.toSorted((a, b) => b.daysBefore - a.daysBefore);
  const last = tiers.at(-1);
  return (
    <div className="grid grid-cols-1 gap-3">
      <table className="w-full border-collapse text-left">
        <caption className="pb-1 text-left font-semibold">{t("cancelTitle")}</caption>
        <tbody>
          {tiers.map(({ daysBefore, refundPercent }) => (
            <tr key={daysBefore} className="border-t border-rule">
              <th scope="row" className="py-2 font-medium">
                {t("tier", { days: digits(daysBefore, locale) })}
              </th>
              <td className="py-2 text-right font-semibold">{t("back", { percent: digits(refundPercent, locale) })}</td>
            </tr>
          ))}
          {last ? (
            <tr className="border-t border-rule">
              <th scope="row" className="py-2 font-medium">
                {t("later")}
              </th>
              <td className="py-2 text-right font-semibold">{t("nothing")}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      <p className="text-ink-2">
        {cancellation.freeDateChanges > 0
          ? t("move", {
              count: cancellation.freeDateChanges,
              times: digits(cancellation.freeDateChanges, locale),
              days: digits(cancellation.dateChangeDaysBefore, locale),
            })
          : t("noMove")}
      </p>
      <details>
        <summary className="min-h-11 cursor-pointer content-center underline underline-offset-4">{t("full")}</summary>
        <div className="whitespace-pre-line text-ink-2">{textIn(text, locale)}</div>
      </details>
    </div>
  );
}
