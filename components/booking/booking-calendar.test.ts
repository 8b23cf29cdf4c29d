import { expect, test } from "vitest";
import { bookingCalendar } from "./booking-calendar";

const booking = {
  bookingId: "0190",
  number: "PAR-2026-0001",
  status: "confirmed" as const,
  changes: 1,
  updatedAt: new Date("2026-11-22T10:00:00Z"),
  title: "Patil; Deshmukh",
  location: "Sai Mangal Karyalay, Parbhani",
  url: "https://sai.example/en/bookings/0190",
};
const evening = { space: "Lawn", startsAt: new Date("2027-02-07T10:30:00Z"), endsAt: new Date("2027-02-08T09:30:00Z") };

test("each function is one event on the venue's own clock, with a UID that stays", () => {
  const functions = [
    { name: "Haldi", ...evening },
    { name: "Wedding", ...evening },
  ];
  const text = bookingCalendar({ ...booking, timeZone: "Asia/Kolkata", functions });
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  expect(text).toContain("DTSTART;TZID=Asia/Kolkata:20270207T160000");
  expect(text).toContain("DTEND;TZID=Asia/Kolkata:20270208T150000");
  expect(text).toContain("TZOFFSETTO:+0530");
  expect(text).toContain("UID:0190-0@mandap");
  expect(text).toContain("UID:0190-1@mandap");
  expect(text).toContain("DTSTAMP:20261122T100000Z");
  expect(text).toContain("STATUS:CONFIRMED");
  expect(text).toContain("SEQUENCE:1");
});

test("where clocks change over a booking, both offsets are told", () => {
  const night = {
    name: "Wedding",
    space: "Hall",
    startsAt: new Date("2027-03-27T20:00:00Z"),
    endsAt: new Date("2027-03-28T12:00:00Z"),
  };
  const text = bookingCalendar({ ...booking, timeZone: "Europe/London", functions: [night] });
  expect(text).toContain("BEGIN:DAYLIGHT\r\nDTSTART:20270328T010000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100");
  expect(text).toContain("BEGIN:STANDARD");
});

test("a cancelled booking takes its events out of the calendar", () => {
  const text = bookingCalendar({
    ...booking,
    status: "cancelled",
    timeZone: "Asia/Kolkata",
    functions: [{ name: "Wedding", ...evening }],
  });
  expect(text).toContain("STATUS:CANCELLED");
});
