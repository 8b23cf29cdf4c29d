import { expect, test } from "vitest";
import { csvOf } from "./csv";

test("rows end as RFC 4180 says, quotes and line ends inside a cell stay inside it", () => {
  expect(csvOf([["a", 'say "yes"', "one\ntwo", "x,y", null, undefined]])).toBe(
    '\uFEFFa,"say ""yes""","one\ntwo","x,y",,\r\n',
  );
});

test("nothing that somebody typed runs as a formula, and a number stays one", () => {
  for (const text of ["=1+1", "+91 98", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =1"]) {
    expect(
      csvOf([[text]])
        .replace("\uFEFF", "")
        .replaceAll('"', ""),
    ).toBe(`'${text}\r\n`);
  }
  expect(csvOf([[-5, 12.5, "विवाह"]])).toBe("\uFEFF-5,12.5,विवाह\r\n");
});
