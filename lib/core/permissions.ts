import { AppError } from "@/lib/errors";
import type { Actor, StaffRole } from "./actor";

type Who = Exclude<Actor["kind"], "staff"> | StaffRole;

const HALL = ["staff", "manager", "owner"] as const satisfies Who[];

/** Who may do what, in one table. Whether a booking is one's own is asked on its locked row. */
const MAY = {
  "booking.hold": ["customer", "apiKey", ...HALL],
  "booking.submit": ["customer", "apiKey", ...HALL],
  "booking.read": ["customer", "apiKey", "job", ...HALL],
  "booking.cancel": ["customer", "apiKey", ...HALL],
  "booking.reschedule": ["customer", "apiKey", ...HALL],
  "booking.approve": ["apiKey", ...HALL],
  "booking.reject": ["apiKey", ...HALL],
  "payment.start": ["customer", "apiKey", ...HALL],
  "payment.verify": ["customer", ...HALL],
  "refund.carry-out": ["job"],
} as const satisfies Record<string, readonly Who[]>;

export type Permission = keyof typeof MAY;

export function mayDo(actor: Actor, permission: Permission): boolean {
  const who: Who = actor.kind === "staff" ? actor.role : actor.kind;
  const allowed: readonly Who[] = MAY[permission];
  return actor.kind === "platform" || allowed.includes(who);
}

/** @throws AppError FORBIDDEN */
export function assertMay(actor: Actor, permission: Permission): void {
  if (!mayDo(actor, permission)) throw new AppError("FORBIDDEN", { permission });
}
