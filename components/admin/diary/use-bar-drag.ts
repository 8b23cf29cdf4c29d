import { type RefObject, useEffect, useRef } from "react";
import { addDays, daysBetween, type LocalDate } from "@/lib/core/local-date";
import { cellAt, type Mark, markCells } from "./cells";
import type { Cell } from "./types";

type Drop = { barId: string } & ({ kind: "move"; cell: Cell } | { kind: "extend"; lastDay: LocalDate });

type Drag = {
  barId: string;
  kind: Drop["kind"];
  bar: HTMLElement;
  /** Where the pointer went down, and how far into the bar that is, in days. */
  x: number;
  y: number;
  daysIn: number;
  ghost: HTMLElement | null;
};

const STARTS_AFTER_PX = 5;
const LONG_PRESS_MS = 450;
const EDGE_PX = 56;
const SCROLL_PX = 14;

/**
 * Bars follow the pointer: at once with a mouse, after a long press with a finger. While one does, React renders nothing: a
 * copy of the bar is moved by transform, once a frame. Escape leaves everything where it was.
 */
export function useBarDrag(root: RefObject<HTMLElement | null>, isThere: boolean, onDrop: (drop: Drop) => void) {
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => {
    const grid = root.current;
    if (!grid || !isThere) return;
    let drag: Drag | null = null;
    let pointer = { x: 0, y: 0 };
    let frame = 0;
    let press: ReturnType<typeof setTimeout> | undefined;
    const mark: Mark = markCells(grid);

    const lift = () => {
      if (!drag || drag.ghost) return;
      const box = drag.bar.getBoundingClientRect();
      const ghost = drag.bar.cloneNode(true);
      if (!(ghost instanceof HTMLElement)) return;
      ghost.className = "d-bar d-ghost";
      ghost.removeAttribute("title");
      ghost.setAttribute("aria-hidden", "true");
      ghost.style.cssText = `left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px`;
      document.body.append(ghost);
      drag.ghost = ghost;
      drag.bar.dataset.lifted = "";
      grid.dataset.dragging = "";
      frame = requestAnimationFrame(follow);
    };
    const follow = () => {
      if (!drag?.ghost) return;
      const [dx, dy] = [pointer.x - drag.x, pointer.y - drag.y];
      if (drag.kind === "move") drag.ghost.style.transform = `translate(${dx}px,${dy}px)`;
      else drag.ghost.style.width = `${Math.max(24, drag.bar.getBoundingClientRect().width + dx)}px`;
      if (pointer.y < EDGE_PX) scrollBy(0, -SCROLL_PX);
      if (pointer.y > innerHeight - EDGE_PX) scrollBy(0, SCROLL_PX);
      mark(targetOf(drag));
      frame = requestAnimationFrame(follow);
    };
    const targetOf = ({ kind, daysIn }: Drag): Cell | null => {
      const under = cellAt(grid, pointer.x, pointer.y);
      return under && kind === "move" ? { ...under, date: addDays(under.date, -daysIn) } : under;
    };
    const end = () => {
      clearTimeout(press);
      cancelAnimationFrame(frame);
      drag?.ghost?.remove();
      if (drag) delete drag.bar.dataset.lifted;
      delete grid.dataset.dragging;
      drag = null;
      mark(null);
    };

    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target instanceof Element)) return;
      const bar = event.target.closest<HTMLElement>("[data-bar]");
      const home = bar?.closest<HTMLElement>("[data-date]")?.dataset.date;
      if (!bar?.dataset.bar || !home) return;
      const under = cellAt(grid, event.clientX, event.clientY);
      pointer = { x: event.clientX, y: event.clientY };
      drag = {
        ...{ barId: bar.dataset.bar, bar, ghost: null, x: event.clientX, y: event.clientY },
        kind: event.target.closest("[data-extend]") ? "extend" : "move",
        daysIn: under ? Math.max(0, daysBetween(home, under.date)) : 0,
      };
      if (event.pointerType !== "mouse") press = setTimeout(lift, LONG_PRESS_MS);
    };
    const onMove = (event: PointerEvent) => {
      if (!drag) return;
      pointer = { x: event.clientX, y: event.clientY };
      const far = Math.hypot(pointer.x - drag.x, pointer.y - drag.y) > STARTS_AFTER_PX;
      if (!far || drag.ghost) return;
      if (event.pointerType === "mouse") lift();
      else end();
    };
    const onUp = (event: PointerEvent) => {
      if (drag?.ghost) {
        // A slow machine may not have drawn the last of the way yet.
        pointer = { x: event.clientX, y: event.clientY };
        const target = targetOf(drag);
        // The click that follows would open the booking.
        addEventListener("click", stop, { capture: true, once: true });
        setTimeout(() => removeEventListener("click", stop, { capture: true }));
        const { barId, kind } = drag;
        if (target)
          drop.current(kind === "move" ? { barId, kind, cell: target } : { barId, kind, lastDay: target.date });
      }
      end();
    };
    const stop = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && drag) end();
    };
    /** A finger that has lifted a bar moves it, and not the page. */
    const onTouch = (event: TouchEvent) => {
      if (drag?.ghost) event.preventDefault();
    };
    const onMenu = (event: Event) => {
      if (drag) event.preventDefault();
    };
    grid.addEventListener("pointerdown", onDown);
    grid.addEventListener("touchmove", onTouch, { passive: false });
    grid.addEventListener("contextmenu", onMenu);
    addEventListener("pointermove", onMove);
    addEventListener("pointerup", onUp);
    addEventListener("pointercancel", end);
    addEventListener("keydown", onKey);
    return () => {
      end();
      grid.removeEventListener("pointerdown", onDown);
      grid.removeEventListener("touchmove", onTouch);
      grid.removeEventListener("contextmenu", onMenu);
      removeEventListener("pointermove", onMove);
      removeEventListener("pointerup", onUp);
      removeEventListener("pointercancel", end);
      removeEventListener("keydown", onKey);
    };
  }, [root, isThere]);
}
