import { expect, test } from "vitest";
import { findConflicts } from "./import-conflicts";
import type { ImportField } from "./import-field-names";
import { guessMapping } from "./import-fields";
import { type ImportBook, readImportRow } from "./read-import-row";

const HEADINGS = [
  "Date",
  "Hall",
  "Session",
  "Name",
  "Phone",
  "Function",
  "Guests",
  "Total",
  "Advance",
  "Advance date",
  "Mode",
];
const slot = (id: string, en: string, mr: string, startTime: string, lengthMinutes: number) => ({
  ...{
    id,
    name: { en, mr },
    startTime,
    lengthMinutes,
    spaceIds: ["hall", "lawn", "whole"],
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    sortOrder: 1,
  },
});
const price = (spaceId: string) => ({ spaceId, slotId: "morning", amountPaise: 5_000_000, gstRate: 18, sac: "997212" });
const HALL = {
  spaces: [
    { id: "hall", name: { en: "AC hall", mr: "एसी हॉल" }, partIds: ["hall"] },
    { id: "lawn", name: { en: "Lawn", mr: "लॉन" }, partIds: ["lawn"] },
    { id: "whole", name: { en: "Whole venue", mr: "संपूर्ण परिसर" }, partIds: ["hall", "lawn"] },
  ],
  slots: [slot("morning", "Morning", "सकाळ", "09:00", 360), slot("evening", "Evening", "सायंकाळ", "16:00", 420)],
  settings: { timeZone: "Asia/Kolkata", setupMinutes: 30, cleanupMinutes: 30 },
};
const BOOK: ImportBook = {
  ...HALL,
  prices: ["hall", "lawn", "whole"].map(price),
  timeZone: "Asia/Kolkata",
  today: "2026-11-22",
};
const MAPPING = guessMapping({ headings: HEADINGS, lines: [] }, "2026-11-22");

const GOOD = "14/02/2027|AC hall|Morning|Sunita Patil|98765 43210|Patil wedding|350|1,25,000|50,000|01/11/2026|UPI";
const cells = (line: string) => Object.fromEntries(line.split("|").map((text, column) => [String(column), text]));
const codes = (line: string, typed: Partial<Record<`=${ImportField}`, string>> = {}) =>
  readImportRow({ ...cells(line), ...typed }, MAPPING, BOOK).problems.map(({ code }) => code);

test("a line says who, when, where and how much", () => {
  expect(readImportRow(cells(GOOD), MAPPING, BOOK)).toEqual({
    problems: [],
    reading: {
      ...{ date: "2027-02-14", spaceId: "hall", slotId: "morning", name: "Sunita Patil", phone: "+919876543210" },
      ...{
        title: "Sunita Patil, Patil wedding",
        eventType: "wedding",
        functionName: "wedding",
        guests: 350,
        totalPaise: 12_500_000,
      },
      ...{ paidPaise: 5_000_000, paidOn: "2026-11-01", method: "upi", note: null },
    },
  });
});

test("a line in Marathi is read like one in English", () => {
  const { reading } = readImportRow(
    cells("१४ फेब्रुवारी २०२७|हॉल|सकाळी|सुनीता पाटील|९८७६५४३२१०|साखरपुडा|३५०|१,२५,०००|५० हजार||रोख"),
    MAPPING,
    BOOK,
  );
  expect(reading).toMatchObject({
    ...{
      date: "2027-02-14",
      spaceId: "hall",
      slotId: "morning",
      phone: "+919876543210",
      eventType: "engagement",
      guests: 350,
    },
    ...{ totalPaise: 12_500_000, paidPaise: 5_000_000, paidOn: "2026-11-22", method: "cash" },
  });
});

test.each([
  ["|AC hall|Morning|Patil|9876543210", ["dateMissing"]],
  ["31/02/2027|AC hall|Morning|Patil|9876543210", ["dateUnclear"]],
  ["14/02/2072|AC hall|Morning|Patil|9876543210", ["dateFar"]],
  ["14/02/2027|Terrace|Morning|Patil|9876543210", ["spaceUnknown"]],
  ["14/02/2027||Morning|Patil|9876543210", ["spaceMissing"]],
  ["14/02/2027|AC hall|Midnight|Patil|9876543210", ["sessionUnknown"]],
  ["14/02/2027|AC hall||Patil|9876543210", ["sessionMissing"]],
  ["14/02/2027|AC hall|Morning||9876543210", ["nameMissing"]],
  ["14/02/2027|AC hall|Morning|Patil|", ["phoneMissing"]],
  ["14/02/2027|AC hall|Morning|Patil|12345", ["phoneUnclear"]],
  ["14/02/2027|AC hall|Morning|Patil|9876543210||many|1000|2000", ["guestsUnclear", "paidAboveTotal"]],
  [
    "14/02/2027|AC hall|Morning|Patil|9876543210|||about a lakh|some|later",
    ["totalUnclear", "paidUnclear", "paidOnUnclear"],
  ],
  ["14/02/2027|AC hall|Evening|Patil|9876543210", ["priceMissing"]],
])("%s: what is wrong has a name", (line, expected) => expect(codes(line)).toEqual(expected));

test("what is typed over a cell counts, whatever the file says", () => {
  expect(codes("31/02/2027|Terrace|Morning|Patil|9876543210", { "=date": "28/02/2027", "=space": "Lawn" })).toEqual([]);
});

test("two phones in a cell are one that can be called; a word that the hall taught is known", () => {
  expect(
    readImportRow(cells("14/02/2027|Lawn|Morning|Patil|02452 221100 / 9876543210"), MAPPING, BOOK).reading?.phone,
  ).toBe("+919876543210");
  const taught = { ...MAPPING, words: { space: { terrace: "lawn" }, session: {} } };
  expect(readImportRow(cells("14/02/2027|Terrace|Morning|Patil|9876543210"), taught, BOOK).reading?.spaceId).toBe(
    "lawn",
  );
});

test("of lines that want the same time the first has it, and what is booked already goes before both", () => {
  const line = (position: number, text: string) => ({
    position,
    reading: readImportRow(cells(text), MAPPING, BOOK).reading,
  });
  const lines = [
    line(9, "14/02/2027|Whole venue|Morning|Kale|9876543211"),
    line(2, GOOD),
    line(3, "14/02/2027|Lawn|Morning|Kale|9876543211"),
    line(4, "15/02/2027|Lawn|Morning|More|9876543212"),
  ].flatMap(({ position, reading }) => (reading ? [{ position, reading }] : []));
  const taken = [
    {
      ...{ partId: "lawn", problem: { code: "taken" as const, values: { number: "PAR-2026-0001" } } },
      period: { startsAt: new Date("2027-02-15T03:00:00Z"), endsAt: new Date("2027-02-15T04:00:00Z") },
    },
  ];
  expect([...findConflicts(lines, HALL, taken)]).toEqual([
    [4, { code: "taken", values: { number: "PAR-2026-0001" } }],
    [9, { code: "sameAsRow", values: { line: "2" } }],
  ]);
});
