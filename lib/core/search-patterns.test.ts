import { expect, test } from "vitest";
import { romanise } from "./romanise";
import { searchRounds } from "./search-patterns";

/** Whether LIKE would find the text. */
const isLike = (text: string, pattern: string) =>
  new RegExp(
    `^${[...pattern].map((sign) => (sign === "%" ? ".*" : sign === "_" ? "." : sign.replace(/[.*+?^$()[\]{}|\\]/g, "\\$&"))).join("")}$`,
    "u",
  ).test(text);
const finds = (typed: string, text: string) =>
  searchRounds(typed).some((round) => round.some((all) => all.every((pattern) => isLike(text, pattern))));

test.each([
  ["जाधव", "jadhav"],
  ["पवार", "pawar"],
  ["देशमुख", "deshmukh"],
  ["कुलकर्णी", "kulkarni"],
  ["शिंदे", "shinde"],
  ["मोरे", "more"],
  ["काळे", "kale"],
  ["जोशी", "joshi"],
  ["वाघमारे", "waghmare"],
  ["पाटील", "patil"],
  ["कदम", "kadam"],
  ["भोसले", "bhosale"],
  ["साळुंके", "salunke"],
  ["इंगळे", "ingle"],
  ["राठोड", "rathod"],
  ["देशपांडे", "deshpande"],
  ["सोळंके", "solanke"],
  ["लोखंडे", "lokhande"],
  ["सुनीता", "sunita"],
  ["ज्ञानेश्वर", "dnyaneshwar"],
  ["विठ्ठल", "vitthal"],
])("%s finds %s as well", (typed, latin) => {
  expect(isLike(latin, `%${romanise(typed)}%`)).toBe(true);
});

test("a part of a word is enough, in either script, and each word must be there", () => {
  expect(finds("धव", "par-2026-0001 जाधव – पवार विवाह")).toBe(true);
  expect(finds("jadh sun", "sunita jadhav +919800010001")).toBe(true);
  expect(finds("jadhav ganesh", "sunita jadhav +919800010001")).toBe(false);
  expect(finds("SUNITA", "sunita jadhav +919800010001")).toBe(true);
});

test("a phone is found however it is typed", () => {
  const text = "sunita jadhav +919800010042";
  for (const typed of ["9800010042", "+91 98000 10042", "098000-10042", "९८००० १००४२", "0042", "98000 10", "098000 10"])
    expect([typed, finds(typed, text)]).toEqual([typed, true]);
});

test("a booking's number, or its end, is found before phones that contain the same digits", () => {
  const text = "par-2026-0001 जाधव विवाह";
  for (const typed of ["PAR-2026-0001", "par-2026-0001", "2026-0001", "0001", "०००१"])
    expect([typed, finds(typed, text)]).toEqual([typed, true]);
  const [first] = searchRounds("0001");
  expect(first?.some(([pattern]) => isLike("sunita jadhav +919800010042", pattern ?? ""))).toBe(false);
});

test("what LIKE reads as a sign of its own is only a sign", () => {
  expect(searchRounds("100%_\\")).toEqual([[["%100\\%\\_\\\\%"]]]);
  expect(searchRounds("   ")).toEqual([]);
});
