import { PAYMENT_METHODS } from "@/lib/core/payment-method";

const METHODS = [...PAYMENT_METHODS, "card", "netbanking", "wallet"] as const;

/** A way of paying that has a word in `bookings.ledger.methods`; undefined for one that the gateway has added since. */
export const knownMethod = (method: string | null) => METHODS.find((each) => each === method);
