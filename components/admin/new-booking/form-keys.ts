import type { KeyboardEvent } from "react";

const STOPS = "input, select, textarea, button, summary";

const isStop = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement && !element.matches(":disabled, [tabindex='-1']") && element.offsetParent !== null;

/**
 * Enter goes to the next field instead of saving half a booking; Ctrl-Enter saves from anywhere. In text of several lines,
 * on buttons and in an open list it means what it always means.
 */
export function formKeys(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    event.currentTarget.requestSubmit();
    return;
  }
  const { target } = event;
  if (!(target instanceof HTMLInputElement) && !(target instanceof HTMLSelectElement)) return;
  if (target.getAttribute("aria-activedescendant")) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll(STOPS)].filter(isStop);
  const isSameGroup = (one: HTMLElement) =>
    target instanceof HTMLInputElement && target.type === "radio" && one.getAttribute("name") === target.name;
  const next = stops.slice(stops.indexOf(target) + 1).find((one) => !isSameGroup(one));
  landOn(next, stops);
}

/** In a group of radios the one that is chosen is the stop. */
function landOn(next: HTMLElement | undefined, stops: HTMLElement[]): void {
  if (!(next instanceof HTMLInputElement) || next.type !== "radio") {
    next?.focus();
    return;
  }
  const chosen = stops.find((one) => one instanceof HTMLInputElement && one.name === next.name && one.checked);
  (chosen ?? next).focus();
}
