import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/core/format-time";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { formatPhone } from "@/lib/core/phone";
import { DOT, digits } from "@/lib/i18n/plain-text";
import type { Receipt } from "@/lib/payments/types";
import { knownMethod } from "./payment-method";

type Props = { receipt: Receipt; locale: Locale };

/** One A4 page, in the language of the page: who received what from whom, for what, and the GST in it. */
export async function ReceiptSheet({ receipt, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "receipt" });
  const ledger = await getTranslations({ locale, namespace: "bookings.ledger" });
  const { seller, buyer, booking, venue } = receipt;
  const day = (at: string) => formatDay(new Date(at), locale, venue.timeZone, "long");
  const phone = (number: string) => digits(formatPhone(number), locale);
  const method = knownMethod(receipt.method);
  const way = knownMethod(receipt.reference);
  return (
    <article className="grid grid-cols-1 gap-6 rounded-card border border-rule bg-card p-5 md:p-8 print:border-0 print:p-0">
      <header className="flex flex-wrap items-start justify-between gap-4 border-b border-rule-2 pb-5">
        <div className="min-w-0">
          <p className="font-serif text-[1.75rem] leading-tight">{textIn(seller.name, locale)}</p>
          <p className="text-ink-2">{textIn(seller.address, locale)}</p>
          <p className="text-ink-2">{phone(seller.phone)}</p>
        </div>
        <div className="md:text-right">
          <h1 className="text-xl">{t("title")}</h1>
          <p className="font-semibold">
            {t("number")} {receipt.number}
          </p>
          <p className="text-ink-2">{day(receipt.at)}</p>
        </div>
      </header>
      {receipt.voidBy ? <Notice tone="problem" title={t("void", { number: receipt.voidBy })} /> : null}
      <dl className="grid grid-cols-1 gap-x-8 gap-y-4 sm:grid-cols-2">
        <Fact label={t("from")}>
          {seller.legalName}
          <span className="block text-ink-2">{seller.gstin ? t("gstin", { gstin: seller.gstin }) : t("noGstin")}</span>
        </Fact>
        <Fact label={t("to")}>
          {buyer.name ?? phone(buyer.phone)}
          {buyer.name ? <span className="block text-ink-2">{phone(buyer.phone)}</span> : null}
        </Fact>
        <Fact label={t("for")}>
          {booking.eventTitle}
          <span className="block text-ink-2">
            {t("booking", { number: booking.number })}
            {DOT}
            {day(booking.startsAt)}
          </span>
        </Fact>
        <Fact label={t("method")}>
          {method ? ledger(`methods.${method}`) : receipt.method}
          {way ? `${DOT}${ledger(`methods.${way}`)}` : null}
          {receipt.reference && !way ? (
            <span className="block text-ink-2">
              {t("reference")}: {receipt.reference}
            </span>
          ) : null}
        </Fact>
      </dl>
      <p className="flex items-baseline justify-between gap-4 rounded-card bg-paper-2 px-4 py-3">
        <span>{t("amount")}</span>
        <b className="text-[1.5rem]">{formatMoney(receipt.amountPaise, locale)}</b>
      </p>
      <GstTable receipt={receipt} locale={locale} />
      <p className="text-[0.9375rem] text-ink-2">{t("note")}</p>
    </article>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-[0.875rem] text-ink-2">{label}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}

async function GstTable({ receipt, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "receipt" });
  const money = (paise: number) => formatMoney(paise, locale);
  const cell = "py-2 pl-2 text-right whitespace-nowrap sm:pl-3";
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-[0.8125rem] sm:text-[0.9375rem]">
        <caption className="pb-1 text-left font-semibold">{t("gstTitle")}</caption>
        <thead>
          <tr className="border-b border-rule-2 text-ink-2">
            <th scope="col" className="py-2 text-left font-medium">
              {t("sac")}
            </th>
            {(["taxable", "cgst", "sgst"] as const).map((name) => (
              <th key={name} scope="col" className={`${cell} font-medium`}>
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {receipt.gst.map((row) => (
            <tr key={`${row.sac}${row.gstRate}`} className="border-b border-rule">
              <td className="py-2">
                {row.sac}
                {DOT}
                {digits(row.gstRate, locale)}%
              </td>
              <td className={cell}>{money(row.taxablePaise)}</td>
              <td className={cell}>{money(row.cgstPaise)}</td>
              <td className={cell}>{money(row.sgstPaise)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
