import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { Temporal } from "temporal-polyfill";
import type { BookingStatus } from "@/lib/core/booking-state";
import { timeZoneComponent } from "./time-zone-component";

type Wanted = {
  bookingId: string;
  number: string;
  status: BookingStatus;
  /** How often the date was moved: a calendar replaces an event by one of the same UID and a higher sequence. */
  changes: number;
  updatedAt: Date;
  title: string;
  location: string;
  timeZone: string;
  url: string;
  functions: readonly { name: string; space: string; startsAt: Date; endsAt: Date }[];
};

const STATUS = {
  temp_hold: ICalEventStatus.TENTATIVE,
  pending: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  completed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
  expired: ICalEventStatus.CANCELLED,
  rejected: ICalEventStatus.CANCELLED,
} as const satisfies Record<BookingStatus, ICalEventStatus>;

/** RFC 5545: one event a function, in the venue's own zone. UIDs stay, so that opening it again updates and adds nothing. */
export function bookingCalendar(wanted: Wanted): string {
  const { timeZone, functions } = wanted;
  const calendar = ical({
    name: wanted.number,
    prodId: { company: "Mandap", product: "Bookings", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
  });
  const local = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  functions.forEach((one, index) => {
    calendar.createEvent({
      id: `${wanted.bookingId}-${index}@mandap`,
      sequence: wanted.changes,
      stamp: wanted.updatedAt,
      start: local(one.startsAt),
      end: local(one.endsAt),
      timezone: timeZone,
      summary: `${one.name} · ${wanted.title}`,
      description: `${wanted.number} · ${one.space}\n${wanted.url}`,
      location: wanted.location,
      url: wanted.url,
      status: STATUS[wanted.status],
    });
  });
  // With a zone of its own the library writes DTSTAMP without its Z, so the zone goes in here, once, before the events.
  return calendar.toString().replace("BEGIN:VEVENT", `${timeZoneComponent(timeZone, functions)}\r\nBEGIN:VEVENT`);
}
