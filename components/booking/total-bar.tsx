import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { ActionBar } from "./action-bar";

type Priced = { totalPaise: number; advancePaise: number };
type Props = {
  quote: Priced | null;
  locale: Locale;
  /** Said in place of the total: what has to be done before one can go on. */
  note?: string | undefined;
  /** Something is chosen, and something stands in its way. */
  isStopped?: boolean;
  children: ReactNode;
};

/** Stands at the bottom of every step: what it costs with everything in, and the one thing to do. */
export function TotalBar({ quote, locale, note, isStopped = false, children }: Props) {
  return (
    <ActionBar>
      {note ? (
        <p className="min-w-0 flex-1 basis-[6.5rem] text-[0.875rem] leading-snug text-ink-2">{note}</p>
      ) : (
        <TotalWords quote={quote} locale={locale} isStopped={isStopped} />
      )}
      <div className="shrink-0">{children}</div>
    </ActionBar>
  );
}

export async function TotalWords({ quote, locale, isStopped = false }: Pick<Props, "quote" | "locale" | "isStopped">) {
  const t = await getTranslations({ locale, namespace: "booking.total" });
  return (
    <p className="min-w-0 flex-1 basis-[6.5rem] text-[0.875rem] leading-snug text-ink-2" aria-live="polite">
      {quote ? (
        <>
          <b className="block text-[1.3125rem] text-ink">{formatMoney(quote.totalPaise, locale)}</b>
          {t("included", { advance: formatMoney(quote.advancePaise, locale) })}
        </>
      ) : (
        t(isStopped ? "stopped" : "none")
      )}
    </p>
  );
}
