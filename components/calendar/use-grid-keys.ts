import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { addDays, addMonths, isoWeekday, type LocalDate } from "@/lib/core/local-date";

type Options = {
  grids: RefObject<HTMLElement | null>;
  first: LocalDate;
  last: LocalDate;
  /** Asked when the day that is to have focus is not on the page. */
  showMonth: (month: string) => void;
};

/**
 * Arrow keys in the grid, after the pattern of the ARIA Authoring Practices: days, weeks, the ends of a week, months. One
 * day at a time is in the tab order; before any script, all of them are links that Tab reaches.
 */
export function useGridKeys({ grids, first, last, showMonth }: Options) {
  const [active, setActive] = useState<LocalDate | null>(null);
  const wanted = useRef<LocalDate | null>(null);

  useEffect(() => {
    if (wanted.current && focusDay(grids.current, wanted.current)) wanted.current = null;
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = event.target instanceof HTMLElement ? event.target.dataset.date : undefined;
    if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === " ") {
      event.preventDefault();
      if (event.target instanceof HTMLElement) event.target.click();
      return;
    }
    const to = target(event.key, from, event.shiftKey);
    if (!to) return;
    event.preventDefault();
    const date = to < first ? first : to > last ? last : to;
    setActive(date);
    if (focusDay(grids.current, date)) return;
    wanted.current = date;
    showMonth(date.slice(0, 7));
  };

  return { active, setActive, onKeyDown };
}

function target(key: string, from: LocalDate, shift: boolean): LocalDate | null {
  switch (key) {
    case "ArrowLeft":
      return addDays(from, -1);
    case "ArrowRight":
      return addDays(from, 1);
    case "ArrowUp":
      return addDays(from, -7);
    case "ArrowDown":
      return addDays(from, 7);
    case "Home":
      return addDays(from, 1 - isoWeekday(from));
    case "End":
      return addDays(from, 7 - isoWeekday(from));
    case "PageUp":
      return addMonths(from, shift ? -12 : -1);
    case "PageDown":
      return addMonths(from, shift ? 12 : 1);
    default:
      return null;
  }
}

function focusDay(grids: HTMLElement | null, date: LocalDate): boolean {
  const day = grids?.querySelector<HTMLElement>(`[data-date="${date}"]`);
  if (!day?.offsetParent) return false;
  day.focus();
  return true;
}
