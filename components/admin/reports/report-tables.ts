import type { Locale } from "@/lib/core/locale";
import type { Report } from "@/lib/reports/types";
import { bookedTable, cancelledTable, receivedTable } from "./money-tables";
import { muhuratTable, occupancyTable, sessionsTable, spacesTable, weekdaysTable } from "./occupancy-tables";
import { leadTable, type SourceWords, sourcesTable, staffTable } from "./people-tables";
import type { ReportTable, ReportWords } from "./table-shape";

/** All matters of a report in the order in which an owner asks. */
export function tablesOf(
  { venue, figures, lastYear }: Report,
  words: ReportWords,
  sources: SourceWords,
  locale: Locale,
): ReportTable[] {
  const input = { venue, now: figures, before: lastYear, words, sources, locale };
  return [
    ...[bookedTable, receivedTable, occupancyTable, spacesTable, sessionsTable, weekdaysTable, muhuratTable],
    ...[leadTable, sourcesTable, cancelledTable, staffTable],
  ].map((table) => table(input));
}
