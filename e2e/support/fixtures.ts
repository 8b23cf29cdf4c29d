import { randomInt } from "node:crypto";
import { test as base } from "@playwright/test";
import { type Free, findFree } from "./dates";

type Fixtures = {
  /** A phone that nobody has logged in with. */
  phone: string;
  /** A session that is free and that no other test takes. */
  free: Free;
};

export const freshPhone = () => `+91${randomInt(7, 10)}${String(randomInt(0, 10 ** 9)).padStart(9, "0")}`;

/** An address of its own for each visitor: codes are limited by address, and all tests sit on one machine. */
export const freshAddress = () => `10.${randomInt(0, 256)}.${randomInt(0, 256)}.${randomInt(1, 255)}`;

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  baseURL: async ({}, use) => use(process.env.E2E_URL),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  extraHTTPHeaders: async ({}, use) => use({ "x-forwarded-for": freshAddress() }),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  phone: async ({}, use) => use(freshPhone()),
  free: async ({ request }, use, { parallelIndex, config }) =>
    use(await findFree(request, parallelIndex, config.workers)),
});

export { expect } from "@playwright/test";
