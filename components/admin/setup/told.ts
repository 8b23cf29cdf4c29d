import type { TouchedBooking } from "@/lib/core/setup-effects";

/** What a change does, in sentences. */
export type Told = { sentences: string[]; examples: string[]; bookings: TouchedBooking[] };
