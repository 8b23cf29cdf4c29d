import type { State } from "./state";
import type { Webhooks } from "./webhooks";

/** What every operation works on. */
export type Account = {
  state: State;
  webhooks: Webhooks;
  keyId: string;
  keySecret: string;
  /** What becomes of a refund after it was accepted. */
  refunds: { outcome: "processed" | "failed" | "pending"; afterMs: number };
};
