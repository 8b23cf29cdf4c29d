import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { formatDay } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { localePath } from "@/lib/i18n/paths";
import { DOT } from "@/lib/i18n/plain-text";
import { knownMethod } from "./payment-method";

type Entry =
  | { kind: "payment"; id: string; number: string; amountPaise: number; at: Date; method: string }
  | {
      kind: "refund";
      id: string;
      number: string | null;
      amountPaise: number;
      at: Date;
      status: RefundStatus;
      reason: string;
    };
type RefundStatus = "queued" | "sent" | "done" | "failed";

type Props = {
  locale: Locale;
  timeZone: string;
  bookingId: string;
  entries: readonly Entry[];
  isByHall: boolean;
  forHall?: boolean;
};

/** All money that came and went, each payment with its receipt, each refund with where it is. */
export async function LedgerList({ locale, timeZone, bookingId, entries, isByHall, forHall = false }: Props) {
  const t = await getTranslations({ locale, namespace: "bookings.ledger" });
  if (entries.length === 0) return null;
  const wordOf = ({ reason, status }: { reason: string; status: RefundStatus }) =>
    reason === "correction" ? t("correction") : t(`refund.${isByHall && status === "queued" ? "byHand" : status}`);
  return (
    <div className="mt-2">
      <h3 className="font-sans font-semibold">{t("title")}</h3>
      <ul>
        {entries.map((entry) => {
          const method = entry.kind === "payment" ? knownMethod(entry.method) : undefined;
          return (
            <li key={entry.id} className="flex items-start justify-between gap-3 border-t border-rule py-2.5">
              <div className="min-w-0">
                <p className="font-semibold">
                  {entry.kind === "payment" ? t("payment") : wordOf(entry)}
                  {method ? (
                    <span className="font-medium text-ink-2">
                      {DOT}
                      {t(`methods.${method}`)}
                    </span>
                  ) : null}
                </p>
                <p className="text-[0.9375rem] text-ink-2">{formatDay(entry.at, locale, timeZone, "long")}</p>
                {entry.kind === "payment" ? (
                  <Link
                    href={localePath(locale, `/bookings/${bookingId}/receipts/${entry.id}`)}
                    className="text-link inline-flex min-h-11 items-center"
                  >
                    {t("receipt", { number: entry.number })}
                  </Link>
                ) : (
                  <p className="text-[0.9375rem] text-ink-2">
                    {entry.status === "done"
                      ? entry.number
                      : isByHall && forHall
                        ? null
                        : t(isByHall ? "atHall" : "arrives")}
                  </p>
                )}
              </div>
              <b className="shrink-0">
                {entry.kind === "refund" ? "−" : ""}
                {formatMoney(entry.amountPaise, locale)}
              </b>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
