import "server-only";
import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/core/locale";
import { textIn } from "@/lib/core/locale";
import { formatMoney, formatNumber } from "@/lib/core/money";
import type { SetupEffects, TouchedBooking } from "@/lib/core/setup-effects";
import { dayWords } from "@/lib/i18n/day-words";

/** What a change of the set-up does, for a person to read before saving it. */
export type ToldEffects = { sentences: string[]; examples: string[]; bookings: TouchedBooking[] };

/** Effects in the language of whoever asks. There is always a sentence: that nothing changes is one, too. */
export async function tellEffects({ calendar, notes, bookings }: SetupEffects, locale: Locale): Promise<ToldEffects> {
  const t = await getTranslations({ locale, namespace: "admin.setup.effects" });
  const count = (n: number) => ({ count: n, n: formatNumber(n, locale) });
  const sentences: string[] = [];
  if (calendar) {
    for (const key of ["dearer", "cheaper", "opened", "closed"] as const) {
      if (calendar[key] > 0) sentences.push(t(key, count(calendar[key])));
    }
    if (sentences.length === 0) sentences.push(t("calendarStays"));
  }
  for (const { note, count: n } of notes) sentences.push(t(note, count(n)));
  const examples = (calendar?.examples ?? []).map(({ date, space, slot, beforePaise, afterPaise }) =>
    t("example", {
      ...{ date: dayWords(date, locale), space: textIn(space, locale), session: textIn(slot, locale) },
      ...{ before: formatMoney(beforePaise, locale), after: formatMoney(afterPaise, locale) },
    }),
  );
  if (sentences.length === 0) sentences.push(t("saved"));
  return { sentences, examples, bookings };
}
