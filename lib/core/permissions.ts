import { AppError } from "@/lib/errors";
import type { Actor, StaffRole } from "./actor";

type Who = Exclude<Actor["kind"], "staff"> | StaffRole;

const HALL = ["staff", "manager", "owner"] as const satisfies Who[];
const LEADS = ["manager", "owner"] as const satisfies Who[];

/**
 * Who may do what, in one table. Whether a booking is one's own is asked on its locked row; an API key needs the
 * permission's own name among its scopes as well.
 */
const MAY = {
  "venue.read": ["customer", "apiKey", "platform", "job", ...HALL],
  "booking.hold": ["customer"],
  "booking.custom-times": ["customer", "apiKey", ...HALL],
  "booking.submit": ["customer", ...HALL],
  "booking.read": ["customer", "apiKey", "platform", "job", ...HALL],
  "booking.cancel": ["customer", "apiKey", ...HALL],
  "booking.reschedule": ["customer", "apiKey", ...HALL],
  "booking.approve": ["apiKey", ...HALL],
  "booking.reject": ["apiKey", ...HALL],
  "booking.expire": ["job"],
  "booking.complete": ["job", ...HALL],
  "payment.start": ["customer", "apiKey", ...HALL],
  "payment.verify": ["customer", "apiKey", ...HALL],
  "payment.record": ["apiKey", ...HALL],
  "refund.create": ["apiKey", ...LEADS],
  "refund.carry-out": ["job"],
  "refund.reverse": LEADS,
  "payment-link.send": HALL,
  "admin.enter": HALL,
  "diary.read": HALL,
  "booking.take": ["apiKey", ...HALL],
  "booking.option": HALL,
  "booking.sure-without-advance": ["apiKey", ...LEADS],
  "booking.discount": HALL,
  "booking.discount-above-limit": ["owner"],
  "customer.read": ["apiKey", ...HALL],
  "customer.write": ["apiKey", ...HALL],
  "customer.merge": LEADS,
  "note.write": HALL,
  "message.resend": HALL,
  "money.read": ["apiKey", ...HALL],
  "money.export": LEADS,
  "day-book.close": HALL,
  "report.read": LEADS,
  "history.read": LEADS,
  "setup.read": ["apiKey", ...LEADS],
  "price.write": ["platform", ...LEADS],
  "venue.write": ["platform", ...LEADS],
  "blackout.write": ["apiKey", ...LEADS],
  "muhurat.write": LEADS,
  "branding.write": ["platform", ...LEADS],
  "import.run": LEADS,
  "import.carry-out": ["job"],
  "team.read": ["owner"],
  "team.write": ["platform", "owner"],
  "key.write": ["platform", "owner"],
  "cache.read": ["apiKey", ...LEADS],
  "cache.clear": ["apiKey", "owner"],
  "bank.read": ["owner"],
  "bank.write": ["owner"],
} as const satisfies Record<string, readonly Who[]>;

export type Permission = keyof typeof MAY;

function permissions(): Permission[] {
  return Object.keys(MAY) as Permission[];
}

function rolesOf(permission: Permission): readonly Who[] {
  return MAY[permission];
}

/** What an API key may be given, each under its permission's name. */
export const API_SCOPES: readonly Permission[] = permissions().filter((permission) =>
  rolesOf(permission).includes("apiKey"),
);

/** The scopes of a key that may do what the people of a role may. */
export function scopesOf(role: StaffRole): readonly Permission[] {
  return API_SCOPES.filter((permission) => rolesOf(permission).includes(role));
}

export function mayDo(actor: Actor, permission: Permission): boolean {
  const who: Who = actor.kind === "staff" ? actor.role : actor.kind;
  return rolesOf(permission).includes(who) && (actor.kind !== "apiKey" || actor.scopes.includes(permission));
}

/** @throws AppError FORBIDDEN */
export function assertMay(actor: Actor, permission: Permission): void {
  if (!mayDo(actor, permission)) throw new AppError("FORBIDDEN", { permission });
}
