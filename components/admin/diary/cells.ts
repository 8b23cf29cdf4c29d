import type { Cell } from "./types";

/** The cell under a point of the screen, whatever lies on it. */
export function cellAt(grid: HTMLElement, x: number, y: number): Cell | null {
  const cell = document
    .elementsFromPoint(x, y)
    .find((each) => each instanceof HTMLElement && each.matches("td[data-date]"));
  return cell && grid.contains(cell) ? cellOf(cell) : null;
}

export function cellOf(element: Element | null): Cell | null {
  const cell = element?.closest<HTMLElement>("td[data-date]");
  const { date, space } = cell?.dataset ?? {};
  return date && space ? { date, spaceId: space } : null;
}

export type Mark = (cell: Cell | null) => void;

/** Marks where a bar would go, one cell at a time and past React: it may change with every frame. */
export function markCells(grid: HTMLElement): Mark {
  let marked: HTMLElement | null = null;
  let shown = "";
  return (cell) => {
    const key = cell ? `${cell.spaceId} ${cell.date}` : "";
    if (key === shown) return;
    shown = key;
    if (marked) delete marked.dataset.target;
    marked = cell ? grid.querySelector(`td[data-date="${cell.date}"][data-space="${cell.spaceId}"]`) : null;
    if (marked) marked.dataset.target = "";
  };
}
