import { expect, test, vi } from "vitest";
import { makeOrFind } from "./make-or-find";
import { VendorError } from "./vendor-error";

const failing = (outcome: VendorError["outcome"]) => () =>
  Promise.reject(new VendorError("gateway", outcome, "did not answer"));

test("what was made is not looked for", async () => {
  const find = vi.fn();
  expect(await makeOrFind(() => Promise.resolve("made"), find)).toBe("made");
  expect(find).not.toHaveBeenCalled();
});

test("what may have been made is looked for, and is an error only where it is not there", async () => {
  expect(await makeOrFind(failing("unknown"), () => Promise.resolve("found"))).toBe("found");
  await expect(makeOrFind(failing("unknown"), () => Promise.resolve(null))).rejects.toMatchObject({
    outcome: "unknown",
  });
});

test.each(["refused", "later"] as const)("what was %s is not looked for", async (outcome) => {
  const find = vi.fn();
  await expect(makeOrFind(failing(outcome), find)).rejects.toMatchObject({ outcome });
  expect(find).not.toHaveBeenCalled();
});
