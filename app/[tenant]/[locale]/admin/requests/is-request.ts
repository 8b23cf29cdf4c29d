import type { OpenClaim } from "@/lib/bookings/types";

/** Waits for the hall's word: not an option of its own, not one that it has approved and that now waits for money. */
export const isRequest = ({ status, isOption, isApproved }: OpenClaim): boolean =>
  status === "pending" && !isOption && !isApproved;
