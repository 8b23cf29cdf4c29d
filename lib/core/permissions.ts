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
  "booking.hold": ["customer", "apiKey", ...HALL],
  "booking.custom-times": ["customer", "apiKey", ...HALL],
  "booking.submit": ["customer", "apiKey", ...HALL],
  "booking.read": ["customer", "apiKey", "platform", "job", ...HALL],
  "booking.cancel": ["customer", "apiKey", ...HALL],
  "booking.reschedule": ["customer", "apiKey", ...HALL],
  "booking.approve": ["apiKey", ...HALL],
  "booking.reject": ["apiKey", ...HALL],
  "booking.expire": ["job"],
  "booking.complete": ["job", ...HALL],
  "payment.start": ["customer", "apiKey", ...HALL],
  "payment.verify": ["customer", ...HALL],
  "payment.record": HALL,
  "refund.create": LEADS,
  "refund.carry-out": ["job"],
  "refund.reverse": LEADS,
  "payment-link.send": HALL,
  "admin.enter": HALL,
  "diary.read": HALL,
  "booking.take": ["apiKey", ...HALL],
  "booking.option": ["apiKey", ...HALL],
  "booking.sure-without-advance": ["apiKey", ...LEADS],
  "booking.discount": HALL,
  "booking.discount-above-limit": ["owner"],
  "customer.read": HALL,
  "customer.write": HALL,
  "customer.merge": LEADS,
  "note.write": HALL,
  "message.resend": HALL,
  "money.read": HALL,
  "money.export": LEADS,
  "day-book.close": HALL,
  "report.read": LEADS,
  "history.read": LEADS,
  "setup.read": LEADS,
  "price.write": ["platform", ...LEADS],
  "venue.write": ["platform", ...LEADS],
  "blackout.write": LEADS,
  "muhurat.write": LEADS,
  "branding.write": ["platform", ...LEADS],
  "import.run": LEADS,
  "import.carry-out": ["job"],
  "team.read": ["owner"],
  "team.write": ["platform", "owner"],
  "key.write": ["owner"],
  "bank.read": ["owner"],
  "bank.write": ["owner"],
} as const satisfies Record<string, readonly Who[]>;

export type Permission = keyof typeof MAY;

export function mayDo(actor: Actor, permission: Permission): boolean {
  const who: Who = actor.kind === "staff" ? actor.role : actor.kind;
  const allowed: readonly Who[] = MAY[permission];
  return allowed.includes(who) && (actor.kind !== "apiKey" || actor.scopes.includes(permission));
}

/** @throws AppError FORBIDDEN */
export function assertMay(actor: Actor, permission: Permission): void {
  if (!mayDo(actor, permission)) throw new AppError("FORBIDDEN", { permission });
}
