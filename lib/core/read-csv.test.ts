import * as fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf } from "./csv";
import { decodeText, readCsv } from "./read-csv";

test("comma, semicolon and tab are told apart, also where amounts have commas of their own", () => {
  const lines = (text: string) => readCsv(text).map((cells) => cells.join("|"));
  expect(lines("a,b\n1,2")).toEqual(["a|b", "1|2"]);
  expect(lines("date;paid\r\n14/02/2027;1,25,000\r\n")).toEqual(["date|paid", "14/02/2027|1,25,000"]);
  expect(lines('date\tpaid\n14-2-27\t"1,25,000"')).toEqual(["date|paid", "14-2-27|1,25,000"]);
});

test("quotes, lines within a cell, empty cells and empty lines are kept as they are", () => {
  expect(readCsv('a,"say ""yes""",\n\n"two\nlines",,x')).toEqual([
    ["a", 'say "yes"', ""],
    [""],
    ["two\nlines", "", "x"],
  ]);
  expect(readCsv("\ufeffa,b")).toEqual([["a", "b"]]);
  expect(readCsv('"never closed,1\n2')).toEqual([["never closed,1\n2"]]);
  expect(readCsv("")).toEqual([]);
});

test("a file is read in the encoding it was saved in", () => {
  expect(decodeText(new TextEncoder().encode("\ufeffलग्न"))).toBe("लग्न");
  expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x42, 0))).toBe("AB");
  expect(decodeText(Uint8Array.of(0x63, 0x61, 0x66, 0xe9))).toBe("café");
});

test("what was written for a spreadsheet is read as it was", () => {
  const cell = fc.string().map((text) => `x${text}`);
  const lines = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  // Enough commas that no other sign in the cells could be taken for the delimiter.
  fc.assert(
    fc.property(lines, (body) => {
      const all = [
        Array.from({ length: 5 }, () => "a"),
        ...body.map((line) => line.map((text) => text.replace(/[;\t]/g, ""))),
      ];
      expect(readCsv(csvOf(all))).toEqual(all);
    }),
  );
  expect(readCsv(csvOf([["+91 98765 43210", "-500", "=1"]]))).toEqual([["+91 98765 43210", "-500", "=1"]]);
});
