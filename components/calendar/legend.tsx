import type { CalendarWords } from "./types";

/** What the marks mean, with the marks themselves. */
export function CalendarLegend({ words }: { words: CalendarWords }) {
  return (
    <ul className="cal-legend">
      <li>
        <i className="cal-key cal-free" aria-hidden="true" />
        {words.day.free}
      </li>
      <li>
        <i className="cal-key cal-part" aria-hidden="true" />
        {words.day.part}
      </li>
      <li>
        <i className="cal-key cal-free cal-muhurat" aria-hidden="true" />
        {words.muhurat}
      </li>
      <li>
        <s aria-hidden="true">{words.locale === "en" ? "14" : "१४"}</s>
        {words.day.full}
      </li>
      <li>
        <i className="cal-key cal-closed" aria-hidden="true" />
        {words.day.closed}
      </li>
    </ul>
  );
}
