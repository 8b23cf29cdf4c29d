import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/core/locale";
import { formatNumber } from "@/lib/core/money";
import type { Quote } from "@/lib/core/quote";
import type { ErrorCode } from "@/lib/errors";
import type { Venue } from "@/lib/venues/types";
import type { ChosenFunction } from "./chosen-function";
import { PriceWatch } from "./price-watch";
import type { ShownPrice } from "./shown-price";
import { type Offer, TakenNotices } from "./taken-notice";
import { replaced, type StepName, stepHref, toQuoteInput, type Wish } from "./wish";

type Problem = { code: ErrorCode; details: Record<string, unknown> };

type Props = {
  locale: Locale;
  step: StepName;
  venue: Venue;
  wish: Wish;
  priced: { quote: Quote } | null;
  chosen: readonly ChosenFunction[];
  taken: readonly { index: number; alternatives: readonly Offer[] }[];
  problem: Problem | null;
};

/** What stands in the way of this wish, each with the ways around it that keep all the rest. */
export async function Trouble({ locale, step, venue, wish, priced, chosen, taken, problem }: Props) {
  const errors = await getTranslations({ locale, namespace: "errors" });
  const t = await getTranslations({ locale, namespace: "booking.trouble" });
  const capacity = problem?.details.capacity;
  return (
    <>
      {priced ? (
        <PriceWatch
          locale={locale}
          shown={shownPrice(wish, venue, priced.quote)}
          {...(step === "review" ? { words: { changed: String(t.raw("price")), hint: t("priceHint") } } : {})}
        />
      ) : null}
      <TakenNotices
        locale={locale}
        venue={venue}
        chosen={chosen}
        taken={taken}
        hrefOf={(index, offer) => stepHref(locale, step, replaced(wish, index, offer))}
      />
      {problem ? (
        <Notice tone="problem" title={errors(codeOf(problem))}>
          {typeof capacity === "number" ? <p>{t("capacity", { capacity: formatNumber(capacity, locale) })}</p> : null}
          <Link className="text-link inline-flex min-h-11 items-center" href={stepHref(locale, "when", wish)}>
            {t("change")}
          </Link>
        </Notice>
      ) : null}
    </>
  );
}

/** A space or extra of an old link that the hall no longer has is not a page that was not found. */
const codeOf = ({ code }: Problem): ErrorCode => (code === "NOT_FOUND" ? "SLOT_NOT_OFFERED" : code);

function shownPrice(wish: Wish, venue: Venue, { lines, totalPaise }: Quote): ShownPrice {
  return {
    wish: JSON.stringify(toQuoteInput(wish, venue)),
    functions: JSON.stringify(wish.functions),
    functionsPaise: lines.reduce((sum, line) => (line.functionIndex === null ? sum : sum + line.amountPaise), 0),
    totalPaise,
  };
}
