"use client";

import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney, formatNumber, type Paise } from "@/lib/core/money";
import type { Quote, QuoteLine } from "@/lib/core/quote";
import { fill } from "@/lib/i18n/plain-text";
import type { DeskWords } from "./words";

/** Every line of what it costs so far. */
export function PriceLines({ quote, words, locale }: { quote: Quote; words: DeskWords; locale: Locale }) {
  const money = (paise: Paise) => formatMoney(paise, locale);
  const { lines } = words;
  const rest = [
    [lines.advance, quote.advancePaise],
    [lines.balance, quote.balancePaise],
    [lines.deposit, quote.depositPaise],
  ] as const;
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{words.price}</caption>
      <tbody>
        {quote.lines.map((line) => (
          <tr key={`${line.refId}${line.functionIndex}`} className={line.kind === "adjustment" ? "text-ink-2" : ""}>
            <th scope="row" className="py-1 pr-3 font-medium">
              {labelOf(line, words, locale)}
              <Times line={line} words={words} locale={locale} />
            </th>
            <td className="py-1 text-right align-bottom whitespace-nowrap">{money(line.amountPaise)}</td>
          </tr>
        ))}
        <tr className="border-rule-2 border-t-2">
          <th scope="row" className="py-2 font-semibold">
            {lines.total}
          </th>
          <td className="py-2 text-right text-[1.25rem] font-semibold whitespace-nowrap">{money(quote.totalPaise)}</td>
        </tr>
        <tr className="text-[0.9375rem] text-ink-2">
          <td colSpan={2} className="pb-2">
            {fill(lines.gst, { gst: money(quote.gstPaise), taxable: money(quote.taxablePaise) })}
          </td>
        </tr>
        {rest.map(([label, paise]) => (
          <tr key={label} className="border-rule border-t">
            <th scope="row" className="py-1.5 font-medium">
              {label}
            </th>
            <td className="py-1.5 text-right whitespace-nowrap">{money(paise)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Times({ line, words, locale }: { line: QuoteLine; words: DeskWords; locale: Locale }) {
  if (line.quantity === 1 && line.unit === "booking") return null;
  const values = { quantity: formatNumber(line.quantity, locale), price: formatMoney(line.unitPricePaise, locale) };
  return <span className="block text-[0.9375rem] text-ink-2">{fill(words.lines.times[line.unit], values)}</span>;
}

function labelOf(line: QuoteLine, words: DeskWords, locale: Locale): string {
  const label = textIn(line.label, locale);
  if (line.kind !== "discount") return label;
  return label ? fill(words.lines.discount, { reason: label }) : words.discount;
}
