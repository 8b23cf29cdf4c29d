import { expect, test } from "vitest";
import { readDate, readDates } from "./read-dates";

test.each([
  ["2027-02-14", "2027-02-14"],
  ["2027/2/4", "2027-02-04"],
  ["14-02-2027", "2027-02-14"],
  ["14/2/27", "2027-02-14"],
  ["14.02.2027", "2027-02-14"],
  ["१४/०२/२०२७", "2027-02-14"],
  ["14 Feb 2027", "2027-02-14"],
  ["14th February, 2027", "2027-02-14"],
  ["Feb 14, 2027", "2027-02-14"],
  ["February 14th 2027", "2027-02-14"],
  ["14-Feb-27", "2027-02-14"],
  ["Sun, 14 Feb 2027", "2027-02-14"],
  ["रविवार, १४ फेब्रुवारी २०२७", "2027-02-14"],
  ["14 फरवरी 2027", "2027-02-14"],
  ["१ मे २०२७", "2027-05-01"],
  ["८ डिसेंबर २०२७", "2027-12-08"],
  ["3 नोव्हेंबर 2027", "2027-11-03"],
  ['"14/02/2027","Saamana"', "2027-02-14"],
])("%s", (text, date) => {
  expect(readDate(text)).toBe(date);
});

test.each(["", "31/02/2027", "2027-13-01", "14 Feb", "tomorrow", "9800000001", "date"])("%s is no date", (text) => {
  expect(readDate(text)).toBeNull();
});

test("a month's list as almanacs print it", () => {
  expect(readDates("फेब्रुवारी २०२७: ५, ६, ७\nMarch 2027 - 3, 30")).toEqual([
    { line: 1, text: "फेब्रुवारी २०२७: ५, ६, ७", dates: ["2027-02-05", "2027-02-06", "2027-02-07"] },
    { line: 2, text: "March 2027 - 3, 30", dates: ["2027-03-03", "2027-03-30"] },
  ]);
});

test("nothing is lost: a line that cannot be read stands there with its number, and so does a list with an impossible day", () => {
  expect(readDates("14/02/2027\n\nsometime in May\nFeb 2027: 5, 31")).toEqual([
    { line: 1, text: "14/02/2027", dates: ["2027-02-14"] },
    { line: 3, text: "sometime in May", dates: [] },
    { line: 4, text: "Feb 2027: 5, 31", dates: [] },
  ]);
});
