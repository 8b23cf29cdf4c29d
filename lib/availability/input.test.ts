import { expect, test } from "vitest";
import { availabilityQuery, isTooLong } from "./input";

const complaints = (query: unknown) =>
  availabilityQuery.safeParse(query).error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);

test("a range of real days is taken as it is", () => {
  const query = { from: "2027-01-01", to: "2027-01-31", spaceId: "44afdf07-2f5c-8a39-ba76-4f7b2d196746" };
  expect(availabilityQuery.parse(query)).toEqual(query);
  expect(availabilityQuery.parse({ from: "2028-02-29", to: "2028-02-29", lang: "mr" })).toEqual({
    from: "2028-02-29",
    to: "2028-02-29",
  });
});

test.each([
  [{}, ["from: date", "to: date"]],
  [{ from: "2027-02-29", to: "2027-03-01" }, ["from: date"]],
  [{ from: "01/01/2027", to: "2027-03-01" }, ["from: date"]],
  [{ from: "0001-01-01", to: "9999-12-31" }, ["from: date", "to: date"]],
  [{ from: "2027-01-01", to: "+10000-01-01" }, ["to: date", "to: dateOrder"]],
  [{ from: "2027-01-02", to: "2027-01-01" }, ["to: dateOrder"]],
  [{ from: "2027-01-01", to: "2027-01-31", spaceId: "hall" }, ["spaceId: spaceId"]],
])("%j is refused with the field that is wrong", (query, expected) => {
  expect(complaints(query)).toEqual(expected);
});

test("400 days may be asked for at once, 401 may not", () => {
  expect(isTooLong({ from: "2027-01-01", to: "2028-02-04" })).toBe(false);
  expect(isTooLong({ from: "2027-01-01", to: "2028-02-05" })).toBe(true);
});
