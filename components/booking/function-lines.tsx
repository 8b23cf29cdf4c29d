import { getTranslations } from "next-intl/server";
import { functionNames } from "@/lib/core/event-names";
import { formatDate } from "@/lib/core/format-time";
import type { Locale, LocalText } from "@/lib/core/locale";
import type { Period } from "@/lib/core/period";
import { DOT } from "@/lib/i18n/plain-text";
import { spanOf } from "./when";
import { whereOf } from "./where";

export type ShownFunction = {
  name: string;
  date: string;
  spaceName: LocalText | null;
  slotName: LocalText | null;
  period: Period | null;
};

type Props = { locale: Locale; timeZone: string; functions: readonly ShownFunction[] };

/** The functions of a booking to read, not to change. */
export async function FunctionLines({ locale, timeZone, functions }: Props) {
  const [t, names] = await Promise.all([
    getTranslations({ locale, namespace: "calendar" }),
    getTranslations({ locale, namespace: "booking.functions" }),
  ]);
  return (
    <ol className="grid grid-cols-1 gap-3">
      {functions.map((one) => (
        <li key={`${one.date}${one.name}${one.period?.startsAt.getTime()}`} className="border-l-2 border-marigold pl-3">
          <p className="font-semibold">
            {functionName(names, one.name)}
            {DOT}
            {formatDate(one.date, locale)}
          </p>
          <p className="text-ink-2">
            {[whereOf(one, locale), one.period ? spanOf(one.period, { t, locale, timeZone }) : ""]
              .filter(Boolean)
              .join(DOT)}
          </p>
        </li>
      ))}
    </ol>
  );
}

type Names = Awaited<ReturnType<typeof getTranslations<"booking.functions">>>;
const KNOWN = [...functionNames, "meeting"] as const;

/** A function's name in words; one that an import brought is shown as it is. */
export function functionName(names: Names, name: string): string {
  const known = KNOWN.find((each) => each === name);
  return known ? names(known) : name;
}
