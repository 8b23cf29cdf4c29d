import type { OwnBooking } from "../load-own";

/** Whether all that was paid came by hand (cash, a cheque): then the hall gives back by hand, and no bank days pass. */
export function isPaidByHand(ledger: OwnBooking["ledger"]): boolean {
  const payments = ledger.filter((entry) => entry.kind === "payment");
  return payments.length > 0 && payments.every(({ method }) => method !== "razorpay");
}
