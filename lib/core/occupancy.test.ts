import { expect, test } from "vitest";
import type { Claim } from "./availability";
import { occupancyOf } from "./occupancy";
import { periodOf, withBuffers } from "./period";

const ZONE = "Asia/Kolkata";
const DAY = "2027-02-05";
const text = (en: string) => ({ en });
const slot = (id: string, startTime: string, lengthMinutes: number) => ({
  ...{ id, spaceIds: ["hall", "lawn", "whole"], name: text(id), startTime, lengthMinutes },
  ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], sortOrder: 0 },
});
const space = (id: string, partIds = [id]) => ({ id, partIds, name: text(id), capacity: 100, sortOrder: 0 });
const claim = (partId: string, startTime: string, minutes: number, status: Claim["status"] = "confirmed"): Claim => ({
  ...{ partId, status, holdExpiresAt: null },
  period: withBuffers(periodOf(DAY, startTime, minutes, ZONE), 30, 30),
});
const on = (...claims: Claim[]) =>
  occupancyOf({
    ...{ from: DAY, to: DAY, claims, spaces: [space("hall"), space("lawn"), space("whole", ["hall", "lawn"])] },
    slots: [slot("morning", "09:00", 360), slot("evening", "16:00", 420), slot("full-day", "09:00", 840)],
    settings: { timeZone: ZONE, setupMinutes: 30, cleanupMinutes: 30 },
  }).get(DAY);

test("two parts with a morning and an evening sell four sessions a day; the whole is no third part", () => {
  expect(on()).toEqual({ sold: 0, sellable: 4 });
});

test("a morning is one, a full day two, the whole hall all of them", () => {
  expect(on(claim("hall", "09:00", 360))).toEqual({ sold: 1, sellable: 4 });
  expect(on(claim("hall", "09:00", 840))).toEqual({ sold: 2, sellable: 4 });
  expect(on(claim("hall", "09:00", 840), claim("lawn", "09:00", 840))).toEqual({ sold: 4, sellable: 4 });
});

test("closed time was never for sale, and a request has sold nothing", () => {
  expect(on(claim("hall", "09:00", 360, "blackout"))).toEqual({ sold: 0, sellable: 3 });
  expect(on(claim("hall", "09:00", 360, "pending"))).toEqual({ sold: 0, sellable: 4 });
});
