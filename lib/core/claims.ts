import { AppError } from "@/lib/errors";
import { mergePeriods, overlaps, type Period, withBuffers } from "./period";

export type PartClaim = { partId: string; period: Period };

type Placed = { partIds: readonly string[]; period: Period };

/**
 * Of one booking no two functions have one part at one time.
 * @throws AppError FUNCTIONS_OVERLAP with `functions`: the places of the first two that do, from 0
 */
export function assertApart(functions: readonly Placed[]): void {
  functions.forEach((one, n) => {
    const before = functions.findIndex((other, place) => place < n && isSharing(one, other));
    if (before >= 0) throw new AppError("FUNCTIONS_OVERLAP", { functions: [before, n] });
  });
}

const isSharing = (one: Placed, other: Placed): boolean =>
  overlaps(one.period, other.period) && one.partIds.some((part) => other.partIds.includes(part));

/**
 * What functions claim: for each part the blocked periods, buffers included, where only buffers touch merged into one.
 * Sorted by part, then start: the order in which every writer takes them (design §6).
 * @throws AppError FUNCTIONS_OVERLAP
 */
export function claimsOf(
  functions: readonly Placed[],
  buffers: { setupMinutes: number; cleanupMinutes: number },
): PartClaim[] {
  assertApart(functions);
  const byPart = new Map<string, Period[]>();
  for (const { partIds, period } of functions) {
    for (const partId of partIds) byPart.set(partId, [...(byPart.get(partId) ?? []), period]);
  }
  return [...byPart]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([partId, periods]) =>
      mergePeriods(periods.map((period) => withBuffers(period, buffers.setupMinutes, buffers.cleanupMinutes))).map(
        (period) => ({ partId, period }),
      ),
    );
}
