import type { Desk, DeskVenue } from "@/lib/bookings/types";
import { addDays, type LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { blankFunction, type Draft } from "./draft";

/** What the address asks for: the diary's free cell, a customer's page. */
export type Preset = {
  venueId?: string | undefined;
  spaceId?: string | undefined;
  slotId?: string | undefined;
  date?: LocalDate | undefined;
  phone?: string | undefined;
};

const KEPT_DAYS = 3;

/** `14/02/2027`, as it would be typed. */
export function typedDate(date: LocalDate): string {
  return date.split("-").toReversed().join("/");
}

export function firstDraft(desk: Desk, venue: DeskVenue, preset: Preset, language: Locale, today: LocalDate): Draft {
  const spaceId = venue.spaces.find(({ id }) => id === preset.spaceId)?.id ?? "";
  const slotId = venue.slots.find(({ id }) => id === preset.slotId)?.id ?? null;
  const until = addDays(today, KEPT_DAYS);
  const [method] = desk.methods;
  return {
    ...{ venueId: venue.id, source: "desk", phone: preset.phone ?? "", name: "", email: "", language },
    functions: [
      {
        ...blankFunction("wedding"),
        ...(preset.date ? { date: preset.date, dateText: typedDate(preset.date) } : {}),
        ...{ spaceId, slotId },
      },
    ],
    ...{ guests: "", title: "", wishes: "", extras: {}, discount: "", reason: "" },
    standing: method ? "paid" : "link",
    method: method ?? "cash",
    ...{ amount: null, reference: "", untilText: typedDate(until), until },
  };
}
