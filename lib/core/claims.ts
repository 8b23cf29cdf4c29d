import { AppError } from "@/lib/errors";
import { mergePeriods, overlaps, type Period, withBuffers } from "./period";

export type PartClaim = { partId: string; period: Period };

/**
 * What functions claim: for each part the blocked periods, buffers included, where only buffers touch merged into one.
 * Sorted by part, then start: the order in which every writer takes them (design §6).
 * @throws AppError FUNCTIONS_OVERLAP when two functions want one part at one time.
 */
export function claimsOf(
  functions: readonly { partIds: readonly string[]; period: Period }[],
  buffers: { setupMinutes: number; cleanupMinutes: number },
): PartClaim[] {
  const byPart = new Map<string, Period[]>();
  for (const { partIds, period } of functions) {
    for (const partId of partIds) {
      const taken = byPart.get(partId) ?? [];
      if (taken.some((other) => overlaps(other, period))) throw new AppError("FUNCTIONS_OVERLAP");
      byPart.set(partId, [...taken, period]);
    }
  }
  return [...byPart]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([partId, periods]) =>
      mergePeriods(periods.map((period) => withBuffers(period, buffers.setupMinutes, buffers.cleanupMinutes))).map(
        (period) => ({ partId, period }),
      ),
    );
}
