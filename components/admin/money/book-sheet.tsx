import { getTranslations } from "next-intl/server";
import { momentOf } from "@/components/booking/when";
import { formatDay } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import { formatMoney, type Paise } from "@/lib/core/money";
import { PAYMENT_METHODS } from "@/lib/core/payment-method";
import type { Messages } from "@/lib/i18n/load-messages";
import { DOT, fill } from "@/lib/i18n/plain-text";
import type { DayBookEntry } from "@/lib/payments/types";
import type { MethodWords } from "./method-choice";

type Props = {
  /** Null before a venue's first closing. */
  openingPaise: Paise | null;
  cashInPaise: Paise;
  cashOutPaise: Paise;
  /** Of a book that is closed. */
  count?: { countedPaise: Paise; differencePaise: Paise; note: string | null };
  entries: readonly DayBookEntry[];
  totals: Partial<Record<string, { in: Paise; out: Paise }>>;
  locale: Locale;
  timeZone: string;
  now: Date;
  words: Messages["admin"]["money"];
  methods: MethodWords;
};

/** A till's book as on paper: what it held, what came and went, and what should lie in it. */
export async function BookSheet(props: Props) {
  const { openingPaise, cashInPaise, cashOutPaise, entries, totals, locale, timeZone, now, words, methods } = props;
  const t = words.dayBook;
  const clock = { t: await getTranslations({ locale, namespace: "calendar" }), locale, timeZone };
  const money = (paise: Paise) => formatMoney(paise, locale);
  const expected = (openingPaise ?? 0) + cashInPaise - cashOutPaise;
  const lines = [
    ...(openingPaise === null ? [] : [{ label: t.opening, paise: openingPaise }]),
    { label: t.cashIn, paise: cashInPaise },
    { label: t.cashOut, paise: -cashOutPaise },
    ...(openingPaise === null ? [] : [{ label: t.expected, paise: expected, isSum: true }]),
  ];
  return (
    <div className="grid gap-5">
      <dl className="grid max-w-md gap-1.5 tabular-nums">
        {lines.map(({ label, paise, isSum }) => (
          <div
            key={label}
            className={`flex justify-between gap-4 ${isSum ? "border-rule-2 border-t pt-1.5 font-semibold" : ""}`}
          >
            <dt>{label}</dt>
            <dd>{money(paise)}</dd>
          </div>
        ))}
        {props.count ? <Count {...props.count} locale={locale} words={t} /> : null}
      </dl>
      {Object.keys(totals).length > 0 ? (
        <table className="max-w-md border-collapse text-left tabular-nums">
          <caption className="pb-1 text-left font-semibold">{t.ways}</caption>
          <thead className="text-[0.9375rem] text-ink-2">
            <tr>
              <th scope="col" className="py-1 font-medium">
                {words.method}
              </th>
              <th scope="col" className="py-1 pl-4 text-right font-medium">
                {t.in}
              </th>
              <th scope="col" className="py-1 pl-4 text-right font-medium">
                {t.out}
              </th>
            </tr>
          </thead>
          <tbody>
            {PAYMENT_METHODS.map((method) => {
              const sum = totals[method];
              return sum ? (
                <tr key={method} className="border-rule border-t">
                  <th scope="row" className="py-1.5 font-medium">
                    {methods[method]}
                  </th>
                  <td className="py-1.5 pl-4 text-right">{money(sum.in)}</td>
                  <td className="py-1.5 pl-4 text-right">{money(sum.out)}</td>
                </tr>
              ) : null;
            })}
          </tbody>
        </table>
      ) : null}
      <div>
        <h3 className="font-sans font-semibold">{t.entries}</h3>
        {entries.length === 0 ? (
          <p className="text-ink-2">{t.noEntries}</p>
        ) : (
          <ol>
            {entries.map((one) => {
              const day = formatDay(one.at, locale, timeZone, "short");
              const isLate = day !== formatDay(one.writtenAt, locale, timeZone, "short");
              return (
                <li key={one.id} className="flex items-start justify-between gap-4 border-rule border-t py-2">
                  <span className="min-w-0">
                    <b>{one.number}</b> {one.eventTitle}
                    <span className="block text-[0.9375rem] text-ink-2">
                      {[
                        momentOf(one.writtenAt, now, clock),
                        isLate ? fill(t.writtenLate, { date: day }) : null,
                        methods[one.method],
                        one.kind === "payment" ? null : words.refunds[one.kind],
                        one.bookingNumber,
                        one.by,
                      ]
                        .filter(Boolean)
                        .join(DOT)}
                    </span>
                  </span>
                  <b className="shrink-0 tabular-nums">
                    {money(one.kind === "payment" ? one.amountPaise : -one.amountPaise)}
                  </b>
                </li>
              );
            })}
          </ol>
        )}
      </div>
    </div>
  );
}

type CountProps = NonNullable<Props["count"]> & { locale: Locale; words: Messages["admin"]["money"]["dayBook"] };

function Count({ countedPaise, differencePaise, note, locale, words }: CountProps) {
  const isRight = differencePaise === 0;
  return (
    <>
      <div className="flex justify-between gap-4 font-semibold">
        <dt>{words.counted}</dt>
        <dd>{formatMoney(countedPaise, locale)}</dd>
      </div>
      <div className="flex justify-between gap-4">
        <dt>{words.difference}</dt>
        <dd className={isRight ? "" : "font-semibold text-alert"}>
          {differencePaise > 0 ? "+" : ""}
          {formatMoney(differencePaise, locale)}
        </dd>
      </div>
      {note ? (
        <div>
          <dt className="text-ink-2">{words.note}</dt>
          <dd>{note}</dd>
        </div>
      ) : null}
    </>
  );
}
