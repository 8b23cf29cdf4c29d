import { expect, test } from "vitest";
import { takeBookingInput } from "@/lib/bookings/input";
import { blankFunction, complaintsOf, countOf, type Draft, inputOf, paiseOf, wantedOf } from "./draft";

const SPACE = "01931a2b-0000-7000-8000-000000000001";
const SLOT = "01931a2b-0000-7000-8000-000000000002";

const draft = (more: Partial<Draft> = {}): Draft => ({
  venueId: "01931a2b-0000-7000-8000-000000000003",
  ...{ source: "desk", phone: "98765 43210", name: "Sunita Jadhav", email: "", language: "mr" },
  functions: [{ ...blankFunction("haldi"), date: "2027-02-14", dateText: "14/2", spaceId: SPACE, slotId: SLOT }],
  ...{ guests: "२००", title: "", wishes: "", extras: {}, discount: "", reason: "" },
  ...{ standing: "paid", method: "cash", amount: null, reference: "", untilText: "20/1", until: "2027-01-20" },
  ...more,
});
const shown = { totalPaise: 72_000_00, advancePaise: 18_000_00, title: "Haldi – Sunita Jadhav" };
const saved = (more: Partial<Draft>) => takeBookingInput.parse(inputOf(draft(more), shown));

test.each([
  ["1,00,000", 100_000_00],
  ["₹ 500.50", 500_50],
  ["१,०००", 1_000_00],
  ["", null],
  ["12k", null],
  ["-5", null],
  ["1.234", null],
])("%j rupees are %j paise", (text, paise) => {
  expect(paiseOf(text)).toBe(paise);
});

test.each([
  ["२५०", 250],
  ["1,200", 1200],
  ["0", null],
  ["many", null],
])("%j guests are %j", (text, count) => {
  expect(countOf(text)).toBe(count);
});

test("what is missing is named in the order of the page; a reason only where something is taken off", () => {
  const empty = draft({ phone: " ", name: "", functions: [blankFunction("wedding")], guests: "", discount: "500" });
  expect(Object.entries(complaintsOf(empty))).toEqual([
    ["phone", "required"],
    ["name", "required"],
    ["date0", "required"],
    ["guests", "required"],
    ["reason", "required"],
  ]);
  expect(complaintsOf(draft())).toEqual({});
  expect(complaintsOf(draft({ method: "upi" }))).toEqual({ reference: "required" });
  expect(complaintsOf(draft({ standing: "link", until: null, untilText: "soon" }))).toEqual({ until: "date" });
});

test("an advance that nobody changed is the one that is asked for; a haldi belongs to a wedding", () => {
  expect(saved({})).toMatchObject({
    advance: { method: "cash", amountPaise: 18_000_00 },
    standing: { kind: "sure" },
    ...{ eventType: "wedding", eventTitle: "Haldi – Sunita Jadhav", guests: 200, shownTotalPaise: 72_000_00 },
  });
  expect(saved({ amount: "20,000", method: "upi", reference: "UTR 1" }).advance).toEqual({
    method: "upi",
    amountPaise: 20_000_00,
    reference: "UTR 1",
  });
});

test("who gets a link has the same time as who has an option; neither brings money along", () => {
  for (const standing of ["link", "option"] as const) {
    const { standing: kept, advance } = saved({ standing });
    expect([kept, advance]).toEqual([{ kind: "option", until: "2027-01-20" }, undefined]);
  }
  expect(saved({ standing: "sure" })).not.toHaveProperty("advance");
});

test("times of one's own that end before they begin end on the next day", () => {
  const own = { ...blankFunction("reception"), date: "2027-02-28", spaceId: SPACE, isOwnTimes: true };
  expect(wantedOf({ functions: [{ ...own, start: "18:00", end: "01:00" }] })).toEqual([
    { name: "reception", spaceId: SPACE, startsAt: "2027-02-28T18:00", endsAt: "2027-03-01T01:00" },
  ]);
  expect(wantedOf({ functions: [{ ...own, start: "18:00", end: "" }] })).toEqual([]);
});
