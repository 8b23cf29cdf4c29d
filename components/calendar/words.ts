import type { useTranslations } from "next-intl";
import type { Locale } from "@/lib/core/locale";
import type { CalendarWords } from "./types";

type Translate = ReturnType<typeof useTranslations<"calendar">>;

/** The calendar's words, made on the server: the browser gets these alone and no message library. */
export function calendarWords(t: Translate, locale: Locale): CalendarWords {
  const raw = (key: Parameters<Translate["raw"]>[0]): string => String(t.raw(key));
  return {
    locale,
    months: monthNames(locale),
    weekdays: weekdayNames(locale, "long"),
    weekdaysShort: weekdayNames(locale, "short"),
    day: {
      free: t("day.free"),
      part: t("day.part"),
      full: t("day.full"),
      closed: t("day.closed"),
      past: t("day.past"),
    },
    cell: { full: t("cell.full"), closed: t("cell.closed") },
    slot: {
      free: t("slot.free"),
      held: t("slot.held"),
      booked: t("slot.booked"),
      closed: t("slot.closed"),
      past: t("slot.past"),
    },
    heldFor: raw("heldFor"),
    muhurat: t("muhurat"),
    muhuratTag: t("muhuratTag"),
    longDate: raw("longDate"),
    fromPrice: raw("fromPrice"),
    freeMuhurat: raw("freeMuhurat"),
    noFreeMuhurat: t("noFreeMuhurat"),
    previousMonth: t("previousMonth"),
    nextMonth: t("nextMonth"),
    nearest: t("nearest"),
    chooseDate: t("chooseDate"),
    chooseDateHint: t("chooseDateHint"),
    noSession: t("noSession"),
    noSessionHint: t("noSessionHint"),
    inclGst: t("inclGst"),
    advance: raw("advance"),
    continue: t("continue"),
    selected: t("selected"),
    upToGuests: raw("upToGuests"),
  };
}

export function monthNames(locale: Locale): string[] {
  return once(`${locale} months`, () => {
    const format = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2027, month, 1)));
  });
}

/** From Monday on. 2027 begins on a Friday, so its 4 January is a Monday. */
export function weekdayNames(locale: Locale, width: "long" | "short"): string[] {
  return once(`${locale} weekdays ${width}`, () => {
    const format = new Intl.DateTimeFormat(locale, { weekday: width, timeZone: "UTC" });
    return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2027, 0, 4 + day)));
  });
}

const made = new Map<string, string[]>();

/** Making a format takes longer than all that is written with it. */
function once(key: string, make: () => string[]): string[] {
  const names = made.get(key) ?? make();
  made.set(key, names);
  return names;
}
