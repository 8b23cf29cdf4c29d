import type { Permission } from "@/lib/core/permissions";
import type { SetupWords } from "./sections";

export type KeyWords = SetupWords["keys"];

/** What a key may do, in the order in which people look for it. */
export const SCOPE_GROUPS = [
  {
    key: "bookings",
    scopes: [
      ...(["booking.read", "booking.take", "booking.approve", "booking.reject", "booking.reschedule"] as const),
      ...(["booking.cancel", "booking.custom-times", "booking.sure-without-advance"] as const),
    ],
  },
  { key: "money", scopes: ["money.read", "payment.start", "payment.verify", "payment.record", "refund.create"] },
  { key: "customers", scopes: ["customer.read", "customer.write"] },
  { key: "hall", scopes: ["venue.read", "setup.read", "blackout.write"] },
  { key: "cache", scopes: ["cache.read", "cache.clear"] },
] as const satisfies readonly { key: keyof KeyWords["groups"]; scopes: readonly Permission[] }[];

/** What most keys are for. */
export const PRESETS = [
  { key: "readOnly", scopes: ["booking.read", "money.read", "customer.read", "venue.read", "setup.read"] },
  {
    key: "site",
    scopes: ["venue.read", "booking.read", "booking.take", "booking.custom-times", "payment.start", "payment.verify"],
  },
  { key: "accounts", scopes: ["booking.read", "money.read", "customer.read"] },
] as const satisfies readonly { key: keyof KeyWords["preset"]; scopes: readonly Permission[] }[];

/** `booking.read` → "See bookings". */
export function scopeWord(words: KeyWords, scope: string): string {
  const [noun = "", verb = ""] = scope.split(".");
  const all: Record<string, Record<string, string> | undefined> = words.scopes;
  return all[noun]?.[verb] ?? scope;
}
