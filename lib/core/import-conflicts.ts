import { claimsOf, type PartClaim } from "./claims";
import { overlaps } from "./period";
import type { ImportProblem, ImportReading } from "./read-import-row";
import { expandSlot, type Slot } from "./slots";

/** A time of a part that is taken already, and what to call whoever has it. */
export type TakenClaim = PartClaim & { problem: ImportProblem };

type Line = { position: number; reading: ImportReading };
type Hall = {
  spaces: readonly { id: string; partIds: readonly string[] }[];
  slots: readonly Slot[];
  settings: { timeZone: string; setupMinutes: number; cleanupMinutes: number };
};

/** What a line would claim, set-up and clean-up included. */
export function claimsOfReading({ spaceId, slotId, date }: ImportReading, hall: Hall): PartClaim[] {
  const space = hall.spaces.find(({ id }) => id === spaceId);
  const slot = hall.slots.find(({ id }) => id === slotId);
  const period = slot && expandSlot(slot, date, hall.settings.timeZone);
  return space && period ? claimsOf([{ partIds: space.partIds, period }], hall.settings) : [];
}

/**
 * Which lines want what is taken, by somebody already or by an earlier line of the same file: the first line that wants a
 * time has it. A preview: at the import itself `no_double_booking` decides.
 */
export function findConflicts(
  lines: readonly Line[],
  hall: Hall,
  taken: readonly TakenClaim[],
): Map<number, ImportProblem> {
  const byDay = new Map<string, TakenClaim[]>();
  const add = (claim: TakenClaim) => {
    for (const key of daysOf(claim)) {
      const known = byDay.get(key);
      if (known) known.push(claim);
      else byDay.set(key, [claim]);
    }
  };
  const whoHas = (claim: PartClaim) =>
    daysOf(claim)
      .flatMap((key) => byDay.get(key) ?? [])
      .find((other) => overlaps(other.period, claim.period));
  for (const claim of taken) add(claim);
  const conflicts = new Map<number, ImportProblem>();
  for (const { position, reading } of lines.toSorted((a, b) => a.position - b.position)) {
    const claims = claimsOfReading(reading, hall);
    const hit = claims.map(whoHas).find((other) => other !== undefined);
    if (hit) conflicts.set(position, hit.problem);
    else {
      for (const claim of claims) {
        add({ ...claim, problem: { code: "sameAsRow", values: { line: String(position) } } });
      }
    }
  }
  return conflicts;
}

const DAY = 86_400_000;

/** A part's days that a claim touches: thousands of lines are compared with their day's, not with each other. */
function daysOf({ partId, period }: PartClaim): string[] {
  const first = Math.floor(period.startsAt.getTime() / DAY);
  const last = Math.floor(period.endsAt.getTime() / DAY);
  return Array.from({ length: last - first + 1 }, (_, index) => `${partId} ${first + index}`);
}
