const DRAWINGS = ["hall", "lawn", "dining", "whole", "mandap"] as const;

/** A drawing that the form offers; any other becomes the plain hall. */
export function drawingOf(name: string): (typeof DRAWINGS)[number] {
  return DRAWINGS.find((one) => one === name) ?? "hall";
}
