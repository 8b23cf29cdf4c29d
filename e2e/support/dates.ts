import { type APIRequestContext, expect, type Page } from "@playwright/test";
import type { Locale } from "./words";

type Text = { en: string; hi?: string; mr?: string };
type Space = { id: string; name: Text; partIds: string[]; capacity: number };
type Slot = { id: string; name: Text };
type Venue = { id: string; slug: string; name: Text; spaces: Space[]; slots: Slot[] };
type Offer = { slotId: string; spaceId: string; state: string; pricePaise: number };
type Day = { date: string; slots: Offer[] };

/** A session that is free, on a day on which nothing is booked. */
export type Free = { venue: Venue; date: string; space: Space; slot: Slot; pricePaise: number };

export const nameIn = (locale: Locale, text: Text) => text[locale] ?? text.en;

/** `date~space~session`, as the booking steps carry it. */
export const choiceOf = ({ date, space, slot }: Free) => `${date}~${space.id}~${slot.id}`;

/** Where the steps begin with that session chosen. */
export const bookPath = (locale: Locale, free: Free, rest = "") =>
  `/${locale}/book?venue=${free.venue.slug}&f=${choiceOf(free)}${rest}`;

/** Where the calendar shows that day. */
export const dayPath = (locale: Locale, free: Free) =>
  `/${locale}/venues/${free.venue.slug}?month=${free.date.slice(0, 7)}&date=${free.date}`;

/** The row of that session on the sheet of its day. */
export function sessionRow(page: Page, locale: Locale, { space, slot }: Free) {
  return page
    .locator("#day")
    .getByRole("region", { name: nameIn(locale, space.name) })
    .getByRole("listitem")
    .filter({ has: page.getByText(nameIn(locale, slot.name), { exact: true }) });
}

export async function firstVenue(request: APIRequestContext): Promise<Venue> {
  const answer = await request.get("/api/v1/venues");
  expect(answer.status()).toBe(200);
  const [venue]: Venue[] = (await answer.json()).data;
  if (!venue) throw new Error("The demo hall has no venue.");
  return venue;
}

export async function daysOf(request: APIRequestContext, venueId: string, from: string, to: string): Promise<Day[]> {
  const answer = await request.get(`/api/v1/venues/${venueId}/availability?from=${from}&to=${to}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()).data.days;
}

/**
 * A free session 8 to 20 months ahead. Workers that run at once take different days (`worker` of `workers`); a day on which
 * an earlier test booked anything is not taken again. The days beside it belong to others.
 */
export async function findFree(
  request: APIRequestContext,
  worker: number,
  workers: number,
  suits: (date: string) => boolean = () => true,
): Promise<Free> {
  const venue = await firstVenue(request);
  for (let tries = 0; tries < 10; tries++) {
    const month = new Date();
    month.setUTCDate(1);
    month.setUTCMonth(month.getUTCMonth() + 8 + Math.floor(Math.random() * 12));
    const from = month.toISOString().slice(0, 8);
    const days = await daysOf(request, venue.id, `${from}01`, `${from}28`);
    const mine = days.filter(
      ({ date, slots }) =>
        Number(date.slice(8)) % workers === worker % workers &&
        suits(date) &&
        slots.length > 1 &&
        slots.every(({ state }) => state === "free"),
    );
    const day = mine[Math.floor(Math.random() * mine.length)];
    for (const offer of day?.slots ?? []) {
      const space = venue.spaces.find(({ id, partIds }) => id === offer.spaceId && partIds.length === 1);
      const slot = venue.slots.find(({ id }) => id === offer.slotId);
      if (day && space && slot) return { venue, date: day.date, space, slot, pricePaise: offer.pricePaise };
    }
  }
  throw new Error("No day is free any more.");
}
