import { expect, test } from "vitest";
import { readShown, saveShown } from "./shown-price";

const hall = { wish: "hall, 80 guests", functions: "hall", functionsPaise: 4_000_000, totalPaise: 6_240_000 };

test("the same wish is compared by its total, another with the same functions by their price", () => {
  expect(readShown(hall)).toBeNull();
  saveShown(hall);
  expect(readShown({ ...hall, functionsPaise: 4_500_000, totalPaise: 6_740_000 })).toBe(6_240_000);
  const more = { ...hall, wish: "hall, 90 guests", totalPaise: 6_520_000 };
  expect(readShown(more)).toBe(6_520_000);
  expect(readShown({ ...more, functionsPaise: 4_500_000, totalPaise: 7_020_000 })).toBe(6_520_000);
  expect(readShown({ ...hall, wish: "lawn", functions: "lawn" })).toBeNull();
});
