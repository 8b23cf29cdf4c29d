import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { formatDate } from "@/lib/core/format-time";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatNumber } from "@/lib/core/money";
import type { ErrorCode } from "@/lib/errors";
import { localePath } from "@/lib/i18n/paths";
import type { Venue } from "@/lib/venues/types";
import type { ChosenFunction } from "./chosen-function";
import { type Offer, TakenNotice } from "./taken-notice";
import { type StepName, stepHref, type Wish } from "./wish";

type Props = {
  locale: Locale;
  step: StepName;
  venue: Venue;
  wish: Wish;
  chosen: readonly ChosenFunction[];
  taken: readonly { index: number; alternatives: readonly Offer[] }[];
  problem: { code: ErrorCode; details: Record<string, unknown> } | null;
};

/** What stands in the way of this wish, each with the ways around it that keep all the rest. */
export async function Trouble({ locale, step, venue, wish, chosen, taken, problem }: Props) {
  const errors = await getTranslations({ locale, namespace: "errors" });
  const t = await getTranslations({ locale, namespace: "booking.trouble" });
  const calendarHref = localePath(locale, `/venues/${venue.slug}`);
  const capacity = problem?.details.capacity;
  return (
    <>
      {taken.map(({ index, alternatives }) => {
        const one = chosen[index];
        if (!one) return null;
        return (
          <TakenNotice
            key={index}
            locale={locale}
            venue={venue}
            what={[
              formatDate(one.date, locale, "short"),
              textIn(one.spaceName, locale),
              one.slotName ? textIn(one.slotName, locale) : "",
            ].join(" · ")}
            offers={alternatives}
            hrefOf={(offer) => stepHref(locale, step, replaced(wish, index, offer))}
            calendarHref={`${calendarHref}?date=${one.date}`}
          />
        );
      })}
      {problem ? (
        <Notice tone="problem" title={errors(problem.code)}>
          {typeof capacity === "number" ? <p>{t("capacity", { capacity: formatNumber(capacity, locale) })}</p> : null}
          <Link className="text-link inline-flex min-h-11 items-center" href={stepHref(locale, "when", wish)}>
            {t("change")}
          </Link>
        </Notice>
      ) : null}
    </>
  );
}

function replaced(wish: Wish, index: number, { date, spaceId, slotId }: Offer): Wish {
  return {
    ...wish,
    functions: wish.functions.map((one, each) => (each === index ? { name: one.name, date, spaceId, slotId } : one)),
  };
}
