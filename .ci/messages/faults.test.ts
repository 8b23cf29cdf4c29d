import { expect, test } from "vitest";
import { flatten, mismatches, unused } from "./faults";

const en = flatten({ site: { title: "Halls of {town}", days: "{n, plural, one {day} other {days}}" } });

test("a key that a language lacks or leaves empty is named", () => {
  const mr = flatten({ site: { title: " ", days: "{n, plural, one {दिवस} other {दिवस}}" } });
  const hi = flatten({ site: { title: "{town} के हॉल" } });
  expect(mismatches({ en, mr, hi })).toEqual(["site.title is missing in mr", "site.days is missing in hi"]);
});

test("a text that takes another value is named", () => {
  const mr = flatten({ site: { title: "{city} मधील हॉल", days: "{n, plural, one {दिवस} other {दिवस}}" } });
  expect(mismatches({ en, mr })).toEqual(["site.title takes other values in another language: town | city"]);
});

test("a value within a plural form is one too", () => {
  const one = flatten({ a: "{n, plural, one {one day before {date}} other {# days before {date}}}" });
  const two = flatten({ a: "{n, plural, other {# दिवस}}" });
  expect(mismatches({ one, two })).toEqual(["a takes other values in another language: date n | n"]);
});

test("a language without forms needs no value that only chooses between them", () => {
  const one = flatten({ a: "{n, plural, one {once} other {{times} times}}" });
  const two = flatten({ a: "{times} वेळा" });
  expect(mismatches({ one, two })).toEqual([]);
});

test("another order, other plural forms and another script are no fault", () => {
  const mr = flatten({ site: { title: "{town} मधील हॉल", days: "{n, plural, other {दिवस}}" } });
  expect(mismatches({ en, mr })).toEqual([]);
});

test("a key that only a comment names is unused", () => {
  expect(unused(en, ["// site days\n", 't("title"); const ns = "site";'])).toEqual(["site.days"]);
  expect(unused(en, ['getTranslations("site")', "t(`title`)", "messages.site.days"])).toEqual([]);
});
