import { expect, test } from "vitest";
import { guessDateOrder, readImportDate } from "./read-import-date";

test.each([
  ["14/02/2027", "2027-02-14"],
  ["14-2-27", "2027-02-14"],
  ["१४/०२/२०२७", "2027-02-14"],
  ["14 फेब्रुवारी 2027", "2027-02-14"],
  ["१४ फेब्रुवारी २०२७", "2027-02-14"],
  ["14 Feb 2027", "2027-02-14"],
  ["2027-02-14 00:00:00", "2027-02-14"],
  ["46432", "2027-02-14"],
  ["46432.5", "2027-02-14"],
])("%s is a day", (text, date) => expect(readImportDate(text, "dmy")).toBe(date));

test.each(["", "31/02/2027", "14 Feb", "soon", "125000"])("%s is none", (text) =>
  expect(readImportDate(text, "dmy")).toBeNull(),
);

test("where no day could come second, the month is first", () => {
  expect(guessDateOrder(["02/14/2027", "03/04/2027"])).toBe("mdy");
  expect(guessDateOrder(["14/02/2027", "03/04/2027"])).toBe("dmy");
  expect(guessDateOrder(["03/04/2027"])).toBe("dmy");
  expect(readImportDate("02/14/2027", "mdy")).toBe("2027-02-14");
  expect(readImportDate("14 Feb 2027", "mdy")).toBe("2027-02-14");
});
