/** What the hall's people take by hand, in the order of every list; `upi` is the hall's own address, not the gateway's. */
export const HAND_METHODS = ["cash", "upi", "cheque", "bank"] as const;
export type HandMethod = (typeof HAND_METHODS)[number];

/** Every way by which money comes or goes; the last is the gateway's. */
export const PAYMENT_METHODS = [...HAND_METHODS, "razorpay"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** The way by hand, or undefined for the gateway's. */
export const handMethodOf = (method: PaymentMethod): HandMethod | undefined =>
  HAND_METHODS.find((one) => one === method);
