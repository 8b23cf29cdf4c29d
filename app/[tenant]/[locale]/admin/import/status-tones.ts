import type { ImportSummary } from "@/lib/imports/types";

export const STATUS_TONES = {
  draft: "plain",
  running: "waiting",
  done: "good",
  undoing: "waiting",
  undone: "ended",
  failed: "ended",
} as const satisfies Record<ImportSummary["status"], string>;
