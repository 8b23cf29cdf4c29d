import { expect, test } from "vitest";
import { alternatesOf, inLocale, localePath } from "./paths";
import { digits, fill } from "./plain-text";

test("a page keeps its path and query when the language changes", () => {
  expect(inLocale("hi", "/mr/venues/sai?month=2027-02&guests=400")).toBe("/hi/venues/sai?month=2027-02&guests=400");
  expect(inLocale("en", "/mr")).toBe("/en");
  expect(inLocale("en", "/mr?date=2027-02-07")).toBe("/en?date=2027-02-07");
});

test("the home page has no trailing slash", () => {
  expect(localePath("mr", "/")).toBe("/mr");
  expect(alternatesOf("en", "/policies")).toEqual({
    canonical: "/en/policies",
    languages: { mr: "/mr/policies", hi: "/hi/policies", en: "/en/policies" },
  });
});

test("numbers are written in the digits of the language", () => {
  expect(digits(2027, "mr")).toBe("२०२७");
  expect(digits(2027, "en")).toBe("2027");
  expect(fill("{day} {month}", { day: "७", month: "फेब्रुवारी" })).toBe("७ फेब्रुवारी");
});
