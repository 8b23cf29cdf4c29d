import { asciiDigits } from "./digits";
import type { LocalDate } from "./local-date";
import { readDate } from "./read-dates";

/** A day as somebody at a desk types it: with its year, or `14/2`, `14 feb`, `१४ फेब्रु`, which is the next such day. Null where it is none. */
export function readDateAhead(text: string, today: LocalDate): LocalDate | null {
  const written = readDate(text);
  if (written) return written;
  const short = asciiDigits(text.trim());
  const numeric = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})$/.exec(short);
  const without = numeric ? `${numeric[1]}/${numeric[2]}/` : `${short} `;
  const year = Number(today.slice(0, 4));
  // 29 February may be up to eight years away.
  for (let ahead = 0; ahead <= 8; ahead++) {
    const date = readDate(`${without}${year + ahead}`);
    if (date && date >= today) return date;
  }
  return null;
}
