import type { Messages } from "@/lib/i18n/load-messages";

/** Every word that the desk writes in the browser, in one language. */
export type DeskWords = Messages["admin"]["desk"] & {
  offline: string;
  fields: Messages["fieldErrors"];
  lines: Pick<Messages["booking"]["lines"], "total" | "gst" | "discount" | "times" | "advance" | "balance" | "deposit">;
  functions: Messages["booking"]["functions"];
  states: Messages["calendar"]["slot"];
  why: Messages["booking"]["taken"]["why"];
  methodNames: Messages["bookings"]["ledger"]["methods"];
  muhurat: string;
};
