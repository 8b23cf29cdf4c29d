import { Temporal } from "temporal-polyfill";

type Span = { startsAt: Date; endsAt: Date };

/** RFC 5545 VTIMEZONE of an IANA zone, with the offsets that hold around the given periods. */
export function timeZoneComponent(timeZone: string, periods: readonly Span[]): string {
  const zoned = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const first = zoned(Math.min(...periods.map((one) => one.startsAt.getTime())));
  const last = zoned(Math.max(...periods.map((one) => one.endsAt.getTime())));
  const starts: Temporal.ZonedDateTime[] = [first.getTimeZoneTransition("previous") ?? first];
  for (let next = first.getTimeZoneTransition("next"); next; next = next.getTimeZoneTransition("next")) {
    if (Temporal.ZonedDateTime.compare(next, last) > 0) break;
    starts.push(next);
  }
  const standard = Math.min(...starts.map((one) => one.offsetNanoseconds));
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${timeZone}`,
    ...starts.flatMap((one) => observance(one, standard)),
    "END:VTIMEZONE",
  ].join("\r\n");
}

/** From an offset's first moment on, which the standard writes by the clock that was showing until then. */
function observance(start: Temporal.ZonedDateTime, standard: number): string[] {
  const before = start.subtract({ nanoseconds: 1 }).offset;
  const kind = start.offsetNanoseconds === standard ? "STANDARD" : "DAYLIGHT";
  const clock = start.toInstant().toZonedDateTimeISO(before).toPlainDateTime();
  return [
    `BEGIN:${kind}`,
    `DTSTART:${clock.toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "")}`,
    `TZOFFSETFROM:${offsetOf(before)}`,
    `TZOFFSETTO:${offsetOf(start.offset)}`,
    `END:${kind}`,
  ];
}

/** "+05:30" as "+0530". */
function offsetOf(offset: string): string {
  return offset.replaceAll(":", "");
}
