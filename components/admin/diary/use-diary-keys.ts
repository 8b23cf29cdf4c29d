import { type KeyboardEvent, type RefObject, useEffect } from "react";

type Options = {
  root: RefObject<HTMLElement | null>;
  /** Takes a bar up, to be moved by the arrow keys. */
  onTakeUp: (barId: string) => void;
  onTurn: (by: 1 | -1) => void;
};

const STOPS = "[data-stop]";

/**
 * Arrow keys in the diary: left and right along a row, up and down between rows of the same day, Home and End, the pages
 * before and after, `m` to take a bar up. One bar or cell at a time is in the tab order.
 */
export function useDiaryKeys({ root, onTakeUp, onTurn }: Options) {
  useEffect(() => {
    const all = root.current?.querySelectorAll<HTMLElement>(STOPS) ?? [];
    const [first] = all;
    if (first && ![...all].some((stop) => stop.tabIndex === 0)) first.tabIndex = 0;
  });

  const onFocus = (event: { target: EventTarget }) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(STOPS)) return;
    for (const stop of root.current?.querySelectorAll<HTMLElement>(`${STOPS}[tabindex="0"]`) ?? []) stop.tabIndex = -1;
    event.target.tabIndex = 0;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = event.target instanceof HTMLElement && event.target.matches(STOPS) ? event.target : null;
    if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "m" && from.dataset.bar) {
      event.preventDefault();
      return onTakeUp(from.dataset.bar);
    }
    if (event.key === "PageUp" || event.key === "PageDown") {
      event.preventDefault();
      return onTurn(event.key === "PageUp" ? -1 : 1);
    }
    const to = neighbour(from, event.key);
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.scrollIntoView({ block: "nearest" });
  };
  return { onFocus, onKeyDown };
}

function neighbour(from: HTMLElement, key: string): HTMLElement | null {
  const row = from.closest("tr");
  const inRow = [...(row?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
  switch (key) {
    case "ArrowLeft":
      return inRow[inRow.indexOf(from) - 1] ?? null;
    case "ArrowRight":
      return inRow[inRow.indexOf(from) + 1] ?? null;
    case "Home":
      return inRow[0] ?? null;
    case "End":
      return inRow.at(-1) ?? null;
    case "ArrowUp":
      return inColumn(from, row, -1);
    case "ArrowDown":
      return inColumn(from, row, 1);
    default:
      return null;
  }
}

/** The same day of the next row that has anything there, over the border between two weeks as well. */
function inColumn(from: HTMLElement, row: HTMLTableRowElement | null, by: 1 | -1): HTMLElement | null {
  const column = from.closest("td")?.cellIndex;
  const rows = [...(row?.closest("[data-diary]")?.querySelectorAll<HTMLTableRowElement>("tbody tr") ?? [])];
  if (!row || column === undefined) return null;
  for (let index = rows.indexOf(row) + by; index >= 0 && index < rows.length; index += by) {
    const stop = rows[index]?.cells[column]?.querySelector<HTMLElement>(STOPS);
    if (stop) return stop;
  }
  return null;
}
