import { expect, test } from "vitest";
import type { Actor } from "./actor";
import { API_SCOPES, assertMay, mayDo, type Permission, scopesOf } from "./permissions";

const ACTORS = {
  customer: { kind: "customer", userId: "u", phone: "+919876543210" },
  staff: { kind: "staff", userId: "s", role: "staff" },
  manager: { kind: "staff", userId: "m", role: "manager" },
  owner: { kind: "staff", userId: "o", role: "owner" },
  platform: { kind: "platform" },
  job: { kind: "job", name: "expire" },
} as const satisfies Record<string, Actor>;

type Who = keyof typeof ACTORS | "key";

const key = (...scopes: string[]): Actor => ({ kind: "apiKey", keyId: "k", scopes });

const HALL: Who[] = ["staff", "manager", "owner"];
const LEADS: Who[] = ["manager", "owner"];

const TABLE: [Permission, Who[]][] = [
  ["venue.read", ["customer", "key", ...HALL, "platform", "job"]],
  ["booking.hold", ["customer"]],
  ["booking.custom-times", ["customer", "key", ...HALL]],
  ["booking.submit", ["customer", ...HALL]],
  ["booking.read", ["customer", "key", ...HALL, "platform", "job"]],
  ["booking.cancel", ["customer", "key", ...HALL]],
  ["booking.reschedule", ["customer", "key", ...HALL]],
  ["booking.approve", ["key", ...HALL]],
  ["booking.reject", ["key", ...HALL]],
  ["booking.expire", ["job"]],
  ["booking.complete", [...HALL, "job"]],
  ["payment.start", ["customer", "key", ...HALL]],
  ["payment.verify", ["customer", "key", ...HALL]],
  ["payment.record", ["key", ...HALL]],
  ["refund.create", ["key", ...LEADS]],
  ["refund.carry-out", ["job"]],
  ["refund.reverse", LEADS],
  ["payment-link.send", HALL],
  ["admin.enter", HALL],
  ["diary.read", HALL],
  ["booking.take", ["key", ...HALL]],
  ["booking.option", HALL],
  ["booking.sure-without-advance", ["key", ...LEADS]],
  ["booking.discount", HALL],
  ["booking.discount-above-limit", ["owner"]],
  ["customer.read", ["key", ...HALL]],
  ["customer.write", ["key", ...HALL]],
  ["customer.merge", LEADS],
  ["note.write", HALL],
  ["message.resend", HALL],
  ["money.read", ["key", ...HALL]],
  ["money.export", LEADS],
  ["day-book.close", HALL],
  ["report.read", LEADS],
  ["history.read", LEADS],
  ["setup.read", ["key", ...LEADS]],
  ["price.write", [...LEADS, "platform"]],
  ["venue.write", [...LEADS, "platform"]],
  ["blackout.write", ["key", ...LEADS]],
  ["muhurat.write", LEADS],
  ["branding.write", [...LEADS, "platform"]],
  ["import.run", LEADS],
  ["import.carry-out", ["job"]],
  ["team.read", ["owner"]],
  ["team.write", ["owner", "platform"]],
  ["key.write", ["owner", "platform"]],
  ["cache.read", ["key", ...LEADS]],
  ["cache.clear", ["key", "owner"]],
  ["bank.read", ["owner"]],
  ["bank.write", ["owner"]],
];

test.each(TABLE)("%s: %s, and no one else", (permission, who) => {
  const may = Object.entries({ ...ACTORS, key: key(permission) }).flatMap(([name, actor]) =>
    mayDo(actor, permission) ? [name] : [],
  );
  expect(may.toSorted()).toEqual(who.toSorted());
});

test("an API key does what its scopes name, and never what is not for keys", () => {
  expect(mayDo(key("booking.take"), "booking.take")).toBe(true);
  expect(mayDo(key("booking.take"), "booking.cancel")).toBe(false);
  expect(mayDo(key(), "booking.take")).toBe(false);
  expect(mayDo(key("bank.read", "team.write", "booking.hold"), "bank.read")).toBe(false);
});

test("every scope that a key may be given stands in this table, and a role's key gets no more than the role has", () => {
  expect(API_SCOPES.toSorted()).toEqual(TABLE.flatMap(([name, who]) => (who.includes("key") ? [name] : [])).toSorted());
  for (const role of ["staff", "manager", "owner"] as const) {
    expect(scopesOf(role).filter((scope) => !mayDo(ACTORS[role], scope))).toEqual([]);
  }
});

test("who may not is told so", () => {
  expect(() => assertMay(ACTORS.customer, "booking.reject")).toThrow("FORBIDDEN");
  expect(() => assertMay(ACTORS.staff, "booking.reject")).not.toThrow();
});
