import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { functionNames } from "@/lib/core/event-names";
import type { Locale } from "@/lib/core/locale";
import type { ChosenFunction } from "./chosen-function";
import { FunctionCard } from "./function-card";
import { functionParam, stepHref, type Wish } from "./wish";

type Props = {
  locale: Locale;
  timeZone: string;
  wish: Wish;
  chosen: readonly ChosenFunction[];
  /** Places of two that are in one space at one time. */
  overlapping: readonly number[];
};

/** The functions chosen so far, as fields of the step's form: each can be named, moved or taken out. */
export async function FunctionList({ locale, timeZone, wish, chosen, overlapping }: Props) {
  const t = await getTranslations({ locale, namespace: "booking.when" });
  const names = await getTranslations({ locale, namespace: "booking.functions" });
  const without = (index: number) => ({ ...wish, functions: wish.functions.filter((_, each) => each !== index) });
  return (
    <ol className="grid grid-cols-1 gap-4">
      {chosen.map((one) => (
        <li key={`${one.index}${functionParam(one.wanted)}`}>
          <input type="hidden" name="f" value={functionParam(one.wanted)} />
          <FunctionCard
            one={one}
            locale={locale}
            timeZone={timeZone}
            name={
              <Select label={t("what")} name="as" defaultValue={one.wanted.name}>
                {functionNames.map((name) => (
                  <option key={name} value={name}>
                    {names(name)}
                  </option>
                ))}
              </Select>
            }
          >
            {overlapping.includes(one.index) ? <Notice tone="problem" title={t("overlaps")} /> : null}
            <p className="flex flex-wrap gap-x-6">
              <Link
                className="text-link inline-flex min-h-11 items-center"
                href={`${stepHref(locale, "when", wish, { pick: String(one.index), date: one.date })}#pick`}
              >
                {t("change")}
              </Link>
              <Link
                className="text-link inline-flex min-h-11 items-center"
                href={stepHref(locale, "when", without(one.index))}
              >
                {t("remove")}
              </Link>
            </p>
          </FunctionCard>
        </li>
      ))}
    </ol>
  );
}
