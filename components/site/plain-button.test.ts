import { expect, test, vi } from "vitest";
import { button } from "@/components/ui/button";
import { PLAIN_BUTTON } from "./plain-button";

// It wants a browser's React; what is asked here is the look alone.
vi.mock("next/link", () => ({ default: "a" }));

test("the button of an error page looks as every other", () => {
  expect(PLAIN_BUTTON).toBe(button());
});
