import { expect, test } from "vitest";
import { daysOfPeriod, financialYearOf, monthsOf, readPeriod, usualPeriods, yearBefore } from "./report-period";

test("a financial year runs from April to March", () => {
  expect(financialYearOf("2026-03-31")).toEqual({ from: "2025-04", to: "2026-03" });
  expect(financialYearOf("2026-04-01")).toEqual({ from: "2026-04", to: "2027-03" });
});

test("an address that makes no sense shows this financial year, ends the wrong way round are turned", () => {
  const year = { from: "2026-04", to: "2027-03" };
  expect(readPeriod(undefined, "2026-05", "2026-11-22")).toEqual(year);
  expect(readPeriod("2026-13", "2026-05", "2026-11-22")).toEqual(year);
  expect(readPeriod("2026-05", "2026-02", "2026-11-22")).toEqual({ from: "2026-02", to: "2026-05" });
  expect(readPeriod("2000-01", "2099-12", "2026-11-22")).toEqual({ from: "2000-01", to: "2002-12" });
});

test("last year is the same months, February's end included", () => {
  expect(yearBefore({ from: "2027-11", to: "2028-02" })).toEqual({ from: "2026-11", to: "2027-02" });
  expect(daysOfPeriod({ from: "2027-11", to: "2028-02" })).toEqual({ from: "2027-11-01", to: "2028-02-29" });
  expect(monthsOf({ from: "2027-11", to: "2028-02" })).toEqual(["2027-11", "2027-12", "2028-01", "2028-02"]);
});

test("twelve months back and ahead both hold the present one", () => {
  const { lastMonths, nextMonths, thisMonth } = usualPeriods("2026-11-22");
  expect(thisMonth).toEqual({ from: "2026-11", to: "2026-11" });
  expect(lastMonths).toEqual({ from: "2025-12", to: "2026-11" });
  expect(nextMonths).toEqual({ from: "2026-11", to: "2027-10" });
});
