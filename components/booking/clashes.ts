import { overlaps, type Period } from "@/lib/core/period";

type Standing = { spaceId: string; period: Period };

/** Whether two functions want the same part of the venue at the same time; a lawn and the whole venue do. */
export function clashes(
  spaces: readonly { id: string; partIds: readonly string[] }[],
  one: Standing,
  other: Standing,
): boolean {
  const partsOf = ({ spaceId }: Standing) => spaces.find(({ id }) => id === spaceId)?.partIds ?? [];
  return overlaps(one.period, other.period) && partsOf(one).some((part) => partsOf(other).includes(part));
}
