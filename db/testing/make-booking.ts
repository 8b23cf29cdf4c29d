import "server-only";
import type { BookingStatus } from "@/lib/core/booking-state";
import type { Period } from "@/lib/core/period";
import { inTenant, type TenantId } from "../client";
import { newId } from "../id";
import { bookings } from "../schema/bookings";
import { allocations } from "../schema/claims";

type Wanted = {
  venueId: string;
  customerId: string;
  partIds: string[];
  /** Buffers included: what the allocation blocks. */
  during: Period;
  status?: Extract<BookingStatus, "temp_hold" | "pending" | "confirmed">;
  holdExpiresAt?: Date | null;
};

/** Writes a booking and its claims past every rule but the database's own. For what verbs would not let a test set up. */
export async function makeBooking(tenantId: TenantId, wanted: Wanted): Promise<string> {
  const { venueId, customerId, partIds, during, status = "confirmed", holdExpiresAt = null } = wanted;
  const id = newId();
  const none = { totalPaise: 0, taxablePaise: 0, gstPaise: 0, advancePaise: 0, depositPaise: 0 };
  await inTenant(tenantId, async (tx) => {
    await tx.insert(bookings).values({
      ...{ tenantId, id, number: `T-${id}`, venueId, customerId, status, holdExpiresAt, ...during, ...none },
      ...{ eventType: "other", eventTitle: "Test", guests: 10, source: "desk", locale: "en" },
      terms: {
        text: { en: "Terms" },
        payment: { advance: { kind: "percent", percent: 0 }, balanceDueDays: 0, depositPaise: 0 },
        cancellation: { tiers: [], freeDateChanges: 0, dateChangeDaysBefore: 0 },
      },
      termsAcceptedAt: new Date(),
    });
    await tx
      .insert(allocations)
      .values(partIds.map((partId) => ({ tenantId, id: newId(), partId, bookingId: id, status, during })));
  });
  return id;
}
