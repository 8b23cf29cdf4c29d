import { expect, test } from "vitest";
import { isLocale, LOCALES, textIn } from "./locale";

test("a name missing or left empty in a language is told in English", () => {
  expect(textIn({ en: "Hall", mr: "हॉल" }, "mr")).toBe("हॉल");
  expect(textIn({ en: "Hall", mr: "हॉल" }, "hi")).toBe("Hall");
  expect(textIn({ en: "Hall", hi: "" }, "hi")).toBe("Hall");
});

test("only the three languages are languages", () => {
  expect(LOCALES.every(isLocale)).toBe(true);
  expect(["gu", "EN", "", null, undefined, 1].some(isLocale)).toBe(false);
});
