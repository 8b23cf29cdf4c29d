import { expect, test } from "vitest";
import { advisoryFaults, isOlder } from "./faults";

const rules = [{ name: "next", version: "16.4.3", closes: "a bypass" }];
const at = (version: string) => ({ name: "next", version, licence: "MIT" });

test("a version behind a fix is named, wherever it lies", () => {
  expect(advisoryFaults([at("16.4.5"), at("16.4.2")], rules)).toEqual([
    "next 16.4.2 is open to what 16.4.3 closed: a bypass",
  ]);
  expect(advisoryFaults([at("16.4.3")], rules)).toEqual([]);
});

test("a rule for what is not installed is named, so that the list stays true", () => {
  expect(advisoryFaults([], rules)).toEqual(["next is not installed any more; the rule can go"]);
});

test("versions are compared by their numbers", () => {
  expect(isOlder("4.24.9", "4.24.15")).toBe(true);
  expect(isOlder("5.0.0", "4.24.15")).toBe(false);
  expect(isOlder("16.4.3-canary.1", "16.4.3")).toBe(true);
  expect(isOlder("nonsense", "1.0.0")).toBe(true);
});
