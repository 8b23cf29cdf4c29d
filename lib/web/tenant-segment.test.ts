import { expect, test } from "vitest";
import { tenantSegment } from "./tenant-segment";

test("a local host tells its tenant, any other is passed on", () => {
  expect(tenantSegment("localhost:3000", "parbhani")).toBe("parbhani");
  expect(tenantSegment("Nanded.localhost:3000", "parbhani")).toBe("nanded");
  expect(tenantSegment("booking.saihall.in", "parbhani")).toBe("~booking.saihall.in");
});

test("a host cannot pose as a slug", () => {
  expect(tenantSegment("parbhani", "nanded")).toBe("~parbhani");
});
