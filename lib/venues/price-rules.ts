import "server-only";
import type { PriceRule } from "@/lib/core/pricing";
import { AppError } from "@/lib/errors";
import type { PriceRuleInput } from "./input";
import type { VenueBook } from "./types";

/** Rules as the price knows them, out of an ordered form. @throws AppError NOT_FOUND for a space or session of nobody */
export function rulesOf({ venue }: VenueBook, written: readonly PriceRuleInput[]): PriceRule[] {
  return written.map(({ weekdays, from, to, muhurat, adjust, ...rule }, position) => {
    const isKnown =
      (rule.spaceId === null || venue.spaces.some(({ id }) => id === rule.spaceId)) &&
      (rule.slotId === null || venue.slots.some(({ id }) => id === rule.slotId));
    if (!isKnown) throw new AppError("NOT_FOUND", { what: "space" });
    const isEveryDay = weekdays.length === 0 || weekdays.length === 7;
    return {
      ...rule,
      position,
      when: {
        ...(isEveryDay ? {} : { weekdays: weekdays.toSorted((a, b) => a - b) }),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        ...(muhurat === null ? {} : { muhurat }),
      },
      adjust:
        adjust.kind === "percent"
          ? { kind: "percent", percent: adjust.value }
          : { kind: adjust.kind, paise: adjust.value },
    };
  });
}
