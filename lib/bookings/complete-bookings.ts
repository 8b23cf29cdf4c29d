import "server-only";
import { sql } from "drizzle-orm";
import { bookings } from "@/db/schema/bookings";
import type { Actor } from "@/lib/core/actor";
import { saveStatus } from "./save-status";
import { sweepBookings } from "./sweep-bookings";

const CLOCK: { actor: Actor } = { actor: { kind: "job", name: "complete" } };

/** Completes confirmed bookings whose last function has ended. Returns how many. */
export function completeBookings(): Promise<number> {
  return sweepBookings({
    due: sql`${bookings.status} = 'confirmed' and ${bookings.endsAt} <= clock_timestamp()`,
    oldestBy: bookings.endsAt,
    work: async (tx, booking) => {
      await saveStatus(tx, CLOCK, booking, "completed", { type: "complete" });
    },
  });
}
