import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney, formatNumber } from "@/lib/core/money";
import type { QuoteLine } from "@/lib/core/quote";

export type PriceLine = Pick<
  QuoteLine,
  "kind" | "refId" | "label" | "unit" | "quantity" | "unitPricePaise" | "amountPaise" | "gstRate"
> & {
  /** The function it belongs to, null for the whole booking. */
  functionIndex: number | null;
};

type Props = {
  locale: Locale;
  lines: readonly PriceLine[];
  /** What each function is called here. */
  functionNames: readonly string[];
  totalPaise: number;
  taxablePaise: number;
  gstPaise: number;
  children?: ReactNode;
};

/** Every line that makes the total, GST included in each. */
export async function QuoteTable({
  locale,
  lines,
  functionNames,
  totalPaise,
  taxablePaise,
  gstPaise,
  children,
}: Props) {
  const t = await getTranslations({ locale, namespace: "booking.lines" });
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{t("caption")}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("amount")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <Line
            key={`${line.refId}${line.functionIndex}`}
            locale={locale}
            line={line}
            heading={headingOf(lines, index, functionNames)}
          />
        ))}
        <tr className="border-t-2 border-rule-2">
          <th scope="row" className="py-3 font-semibold">
            {t("total")}
          </th>
          <td className="py-3 text-right text-[1.25rem] font-semibold whitespace-nowrap">
            {formatMoney(totalPaise, locale)}
          </td>
        </tr>
        <tr className="text-ink-2">
          <th scope="row" className="pb-3 font-medium" colSpan={2}>
            {t("gst", { taxable: formatMoney(taxablePaise, locale), gst: formatMoney(gstPaise, locale) })}
          </th>
        </tr>
        {children}
      </tbody>
    </table>
  );
}

/** The function's name above its first line. */
function headingOf(lines: readonly PriceLine[], index: number, names: readonly string[]): string | null {
  const place = lines[index]?.functionIndex ?? null;
  if (place === null || lines[index - 1]?.functionIndex === place) return null;
  return names[place] ?? null;
}

async function Line({ locale, line, heading }: { locale: Locale; line: PriceLine; heading: string | null }) {
  const t = await getTranslations({ locale, namespace: "booking.lines" });
  const money = (paise: number) => formatMoney(paise, locale);
  const isAdjustment = line.kind === "adjustment";
  const counted = line.quantity !== 1 || line.unit !== "booking";
  return (
    <tr className={isAdjustment ? "text-ink-2" : "border-t border-rule"}>
      <th scope="row" className={`pr-3 font-medium ${isAdjustment ? "pb-2 pl-4" : "py-2"}`}>
        {heading ? <span className="block text-[0.875rem] text-ink-2">{heading}</span> : null}
        {line.kind === "discount" ? t("discount", { reason: textIn(line.label, locale) }) : textIn(line.label, locale)}
        {counted ? (
          <span className="block text-[0.9375rem] text-ink-2">
            {t(`times.${line.unit}`, {
              quantity: formatNumber(line.quantity, locale),
              price: money(line.unitPricePaise),
            })}
          </span>
        ) : null}
      </th>
      <td className={`text-right align-bottom whitespace-nowrap ${isAdjustment ? "pb-2" : "py-2 font-semibold"}`}>
        {isAdjustment && line.amountPaise > 0 ? "+" : ""}
        {money(line.amountPaise)}
      </td>
    </tr>
  );
}

/** A figure beside the total: the advance, the balance, the deposit. */
export function MoneyRow({ label, hint, amount }: { label: ReactNode; hint?: ReactNode; amount: ReactNode }) {
  return (
    <tr className="border-t border-rule">
      <th scope="row" className="py-2.5 pr-3 font-semibold">
        {label}
        {hint ? <span className="block text-[0.9375rem] font-medium text-ink-2">{hint}</span> : null}
      </th>
      <td className="py-2.5 text-right align-top font-semibold whitespace-nowrap">{amount}</td>
    </tr>
  );
}
