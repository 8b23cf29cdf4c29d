import { expect, test } from "vitest";
import type { Actor } from "./actor";
import { assertMay, mayDo, type Permission } from "./permissions";

const ACTORS = {
  customer: { kind: "customer", userId: "u", phone: "+919876543210" },
  staff: { kind: "staff", userId: "s", role: "staff" },
  manager: { kind: "staff", userId: "m", role: "manager" },
  owner: { kind: "staff", userId: "o", role: "owner" },
  platform: { kind: "platform" },
  job: { kind: "job", name: "expire" },
} as const satisfies Record<string, Actor>;

test.each<[Permission, (keyof typeof ACTORS)[]]>([
  ["venue.read", ["customer", "staff", "manager", "owner", "platform", "job"]],
  ["booking.hold", ["customer", "staff", "manager", "owner"]],
  ["booking.cancel", ["customer", "staff", "manager", "owner"]],
  ["booking.reschedule", ["customer", "staff", "manager", "owner"]],
  ["booking.approve", ["staff", "manager", "owner"]],
  ["booking.reject", ["staff", "manager", "owner"]],
  ["booking.expire", ["job"]],
  ["booking.complete", ["staff", "manager", "owner", "job"]],
  ["payment.start", ["customer", "staff", "manager", "owner"]],
  ["payment.record", ["staff", "manager", "owner"]],
  ["refund.create", ["manager", "owner"]],
  ["payment-link.send", ["staff", "manager", "owner"]],
  ["day-book.close", ["staff", "manager", "owner"]],
  ["refund.carry-out", ["job"]],
  ["import.carry-out", ["job"]],
  ["refund.reverse", ["manager", "owner"]],
  ["admin.enter", ["staff", "manager", "owner"]],
  ["booking.take", ["staff", "manager", "owner"]],
  ["booking.option", ["staff", "manager", "owner"]],
  ["booking.sure-without-advance", ["manager", "owner"]],
  ["booking.discount", ["staff", "manager", "owner"]],
  ["booking.discount-above-limit", ["owner"]],
  ["customer.merge", ["manager", "owner"]],
  ["money.read", ["staff", "manager", "owner"]],
  ["money.export", ["manager", "owner"]],
  ["history.read", ["manager", "owner"]],
  ["setup.read", ["manager", "owner"]],
  ["blackout.write", ["manager", "owner"]],
  ["import.run", ["manager", "owner"]],
  ["team.read", ["owner"]],
  ["bank.write", ["owner"]],
  ["report.read", ["manager", "owner"]],
  ["venue.write", ["manager", "owner", "platform"]],
  ["branding.write", ["manager", "owner", "platform"]],
  ["muhurat.write", ["manager", "owner"]],
  ["price.write", ["manager", "owner", "platform"]],
  ["team.write", ["owner", "platform"]],
  ["key.write", ["owner"]],
  ["bank.read", ["owner"]],
])("%s: %s, and no one else", (permission, who) => {
  const may = Object.entries(ACTORS).flatMap(([name, actor]) => (mayDo(actor, permission) ? [name] : []));
  expect(may.toSorted()).toEqual(who.toSorted());
});

test("an API key does what its scopes name, and never what is not for keys", () => {
  const key = (scopes: string[]): Actor => ({ kind: "apiKey", keyId: "k", scopes });
  expect(mayDo(key(["booking.hold"]), "booking.hold")).toBe(true);
  expect(mayDo(key(["booking.hold"]), "booking.cancel")).toBe(false);
  expect(mayDo(key([]), "booking.hold")).toBe(false);
  expect(mayDo(key(["bank.read", "team.write"]), "bank.read")).toBe(false);
});

test("who may not is told so", () => {
  expect(() => assertMay(ACTORS.customer, "booking.reject")).toThrow("FORBIDDEN");
  expect(() => assertMay(ACTORS.staff, "booking.reject")).not.toThrow();
});
