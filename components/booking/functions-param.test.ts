import { expect, test } from "vitest";
import { type FunctionChoice, formatFunctions, parseFunctions } from "./functions-param";

const choices: FunctionChoice[] = [
  { kind: "slot", date: "2027-02-07", spaceId: "0190-hall", slotId: "0190-day" },
  { kind: "custom", spaceId: "0190-lawn", start: "2027-02-07T10:00", end: "2027-02-07T14:00" },
];

test("functions survive the address", () => {
  const values = formatFunctions(choices);
  expect(values).toEqual(["2027-02-07~0190-hall~0190-day", "~0190-lawn~2027-02-07T10:00~2027-02-07T14:00"]);
  const address = new URLSearchParams(values.map((value) => ["f", value]));
  expect(parseFunctions(new URLSearchParams(address.toString()).getAll("f"))).toEqual(choices);
});

test("a single one is a list too, and none is none", () => {
  expect(parseFunctions("2027-02-07~0190-hall~0190-day")).toEqual([choices[0]]);
  expect(parseFunctions(undefined)).toEqual([]);
});

test.each([
  "~a~2027-02-31T10:00~2027-03-01T10:00",
  "",
  "~",
  "2027-13-01~a~b",
  "2027-02-07~a",
  "~a~10:00~14:00",
  "2027-02-07~a~b~c",
  "2027-02-07~<x>~b",
])("%j is left out", (value) => {
  expect(parseFunctions([value])).toEqual([]);
});

test("no more are read than a booking may have", () => {
  expect(parseFunctions(Array(50).fill("2027-02-07~a~b"))).toHaveLength(10);
});
