import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/people";
import { assertNotLapsed } from "@/lib/bookings/locks";
import type { BookingRow } from "@/lib/bookings/types";
import { AppError } from "@/lib/errors";
import type { Payer } from "./types";

/** Money may be asked for: the booking is firm, or its hold or request still stands. @throws AppError HOLD_EXPIRED, WRONG_STATUS */
export async function assertPayable(tx: Tx, booking: BookingRow): Promise<void> {
  switch (booking.status) {
    case "expired":
      throw new AppError("HOLD_EXPIRED");
    case "cancelled":
    case "rejected":
      throw new AppError("WRONG_STATUS", { status: booking.status });
    case "temp_hold":
    case "pending":
      return assertNotLapsed(tx, booking);
    case "confirmed":
    case "completed":
      return;
    default:
      booking.status satisfies never;
  }
}

/** Whom the gateway is told of. @throws AppError NOT_FOUND */
export async function loadPayer(tx: Tx, booking: BookingRow): Promise<Payer & { email: string | null }> {
  const [payer] = await tx
    .select({ name: users.name, phone: users.phone, email: users.email })
    .from(users)
    .where(and(eq(users.tenantId, booking.tenantId), eq(users.id, booking.customerId)));
  if (!payer) throw new AppError("NOT_FOUND", { what: "customer" });
  return payer;
}
