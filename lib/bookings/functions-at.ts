import { localDateOf, localDateTimeOf, type Period } from "@/lib/core/period";
import { expandSlot } from "@/lib/core/slots";
import { AppError } from "@/lib/errors";
import type { Venue } from "@/lib/venues/types";
import type { WantedFunction } from "./input";

type FunctionAt = Period & { spaceId?: string | undefined; name: WantedFunction["name"] };

/**
 * What another program asks for in instants, as this venue has it: a session where the times are one's, custom times
 * otherwise. Without a space it is the smallest that seats the guests, whether it is free or not: asking twice is asking
 * for the same. @throws AppError INVERTED_PERIOD, OVER_CAPACITY, INVALID_INPUT (no minute of a year of four digits)
 */
export function functionAt(venue: Venue, asked: FunctionAt, guests: number): WantedFunction {
  const { startsAt, endsAt, name } = asked;
  const { timeZone } = venue.settings;
  if (endsAt <= startsAt) throw new AppError("INVERTED_PERIOD");
  if (![startsAt, endsAt].every(isOnClock)) throw new AppError("INVALID_INPUT");
  const spaceId = asked.spaceId ?? smallestFor(venue, guests);
  const date = localDateOf(startsAt, timeZone);
  const slot = venue.slots.find((one) => {
    const period = one.spaceIds.includes(spaceId) ? expandSlot(one, date, timeZone) : null;
    return period?.startsAt.getTime() === startsAt.getTime() && period.endsAt.getTime() === endsAt.getTime();
  });
  if (slot) return { spaceId, slotId: slot.id, date, name };
  const local = (at: Date) => localDateTimeOf(at, timeZone);
  return { spaceId, startsAt: local(startsAt), endsAt: local(endsAt), name };
}

/** A whole minute, in a year of four digits in whichever zone. */
const isOnClock = (at: Date): boolean =>
  at.getTime() % 60_000 === 0 && at.getUTCFullYear() >= 1000 && at.getUTCFullYear() <= 9998;

function smallestFor({ spaces }: Venue, guests: number): string {
  const bySize = spaces.toSorted((a, b) => a.capacity - b.capacity || a.sortOrder - b.sortOrder);
  const space = bySize.find(({ capacity }) => capacity >= guests);
  if (!space) throw new AppError("OVER_CAPACITY", { capacity: bySize.at(-1)?.capacity ?? 0 });
  return space.id;
}
