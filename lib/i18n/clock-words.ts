import type { Locale } from "@/lib/core/locale";
import { digits } from "./plain-text";

const PARTS = [
  { from: 0, part: "late" },
  { from: 4, part: "morning" },
  { from: 12, part: "afternoon" },
  { from: 17, part: "evening" },
  { from: 20, part: "night" },
] as const;

/** "16:30" as people say it: a key of the `calendar.time` messages, and the time that goes in, "4:30" or "४:३०". */
export function clockWords(time: string, locale: Locale): { part: (typeof PARTS)[number]["part"]; time: string } {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const { part } = PARTS.findLast((each) => hour >= each.from) ?? PARTS[0];
  const written = `${hour % 12 || 12}${minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`}`;
  return { part, time: digits(written, locale) };
}
