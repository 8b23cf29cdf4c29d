import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import type { DiaryBar, DiarySpace } from "@/lib/core/diary";
import { addDays, type LocalDate } from "@/lib/core/local-date";
import { markCells } from "./cells";
import type { Cell } from "./types";

type Options = {
  root: RefObject<HTMLElement | null>;
  spaces: readonly DiarySpace[];
  from: LocalDate;
  to: LocalDate;
  onPut: (bar: DiaryBar, cell: Cell) => void;
};

const STEPS: Partial<Record<string, { days: number; rows: number }>> = {
  ArrowLeft: { days: -1, rows: 0 },
  ArrowRight: { days: 1, rows: 0 },
  ArrowUp: { days: 0, rows: -1 },
  ArrowDown: { days: 0, rows: 1 },
};

export type Carry = ReturnType<typeof useCarry>;

/** A bar carried without dragging: by arrow keys and Enter, or by one click on it and one on the cell where it goes. */
export function useCarry({ root, spaces, from, to, onPut }: Options) {
  const [isPicking, setPicking] = useState(false);
  const [bar, setBar] = useState<DiaryBar | null>(null);
  const [cell, setCell] = useState<Cell | null>(null);

  useEffect(() => {
    if (!root.current || !cell) return;
    const mark = markCells(root.current);
    mark(cell);
    return () => mark(null);
  }, [root, cell]);

  const stop = () => {
    setPicking(false);
    setBar(null);
    setCell(null);
  };
  const take = (taken: DiaryBar | undefined) => {
    if (!taken) return;
    setPicking(false);
    setBar(taken);
    setCell({ spaceId: taken.spaceId, date: taken.date < from ? from : taken.date });
  };
  const put = (where: Cell) => {
    if (bar) onPut(bar, where);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!bar || !cell) return;
    const step = STEPS[event.key];
    if (!step && event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return stop();
    if (!step) return put(cell);
    const day = addDays(cell.date, step.days);
    const index = spaces.findIndex(({ id }) => id === cell.spaceId) + step.rows;
    setCell({ date: day < from || day > to ? cell.date : day, spaceId: spaces[index]?.id ?? cell.spaceId });
  };
  return { isPicking, bar, cell, pick: () => setPicking(true), take, put, stop, onKeyDown };
}
