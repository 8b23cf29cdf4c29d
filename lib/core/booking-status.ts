import type { ClaimStatus } from "./booking-state";

/** A hold or a request: it waits for money or for the hall's word, and lapses when its time is over. */
export const isOpen = (status: ClaimStatus): boolean => status === "temp_hold" || status === "pending";

/** The hall and the family are agreed: money is owed for it. */
export const isFirm = (status: ClaimStatus): boolean => status === "confirmed" || status === "completed";
