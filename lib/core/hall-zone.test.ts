import { expect, test } from "vitest";
import { hallZone } from "./hall-zone";

test("what belongs to no venue goes by the first venue's clock, and by India's before there is one", () => {
  const venue = (timeZone: string) => ({ settings: { timeZone } });
  expect(hallZone([venue("America/New_York"), venue("Asia/Kolkata")])).toBe("America/New_York");
  expect(hallZone([])).toBe("Asia/Kolkata");
});
