// Files of their own and not part of the page: a page would carry each twice, as HTML and for React.
const drawings = {
  mandap: new URL("./mandap.svg", import.meta.url),
  hall: new URL("./hall.svg", import.meta.url),
  lawn: new URL("./lawn.svg", import.meta.url),
  dining: new URL("./dining.svg", import.meta.url),
  whole: new URL("./whole.svg", import.meta.url),
};

/**
 * The drawing that a venue or a space names; one that is not known shows the whole house. Decoration: no text of its own.
 * All share one sheet, 640 × 360; through `use` they take the page's colours: light, dark and the hall's own.
 */
export function Illustration({ name, className = "" }: { name: string; className?: string }) {
  const drawing = isDrawing(name) ? drawings[name] : drawings.whole;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 640 360"
      preserveAspectRatio="xMidYMid slice"
      className={`block h-full w-full bg-paper-2 ${className}`}
    >
      <use href={`${drawing.href}#drawing`} />
    </svg>
  );
}

function isDrawing(name: string): name is keyof typeof drawings {
  return Object.hasOwn(drawings, name);
}
