import { json, type Reply } from "../http";

/** A refusal in Razorpay's shape. */
export class Failure extends Error {
  constructor(
    readonly description: string,
    readonly details: { status?: number; field?: string; reason?: string } = {},
  ) {
    super(description);
  }

  reply(): Reply {
    const { status = 400, field, reason = "input_validation_failed" } = this.details;
    const error = {
      code: "BAD_REQUEST_ERROR",
      description: this.description,
      source: "business",
      step: "payment_initiation",
      reason,
      metadata: {},
      ...(field ? { field } : {}),
    };
    return json({ error }, status);
  }
}

export const unknownId = () => new Failure("The id provided does not exist");
