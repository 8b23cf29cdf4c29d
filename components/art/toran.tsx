const { href } = new URL("./toran.svg", import.meta.url);
const TILE = 132;

/** The garland over a door, across any width, with arches behind it where there is room for them. Once on a page. */
export function Toran({ arches = false }: { arches?: boolean }) {
  const height = arches ? 108 : 44;
  const tile = { width: TILE, height, patternUnits: "userSpaceOnUse" };
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height={height}
      className={`block ${arches ? "border-b border-rule bg-paper-2" : ""}`}
    >
      <pattern id="toran-arch" x={12 - TILE / 2} {...tile}>
        <use href={`${href}#arch`} />
      </pattern>
      <pattern id="toran-garland" x={12} {...tile}>
        <use href={`${href}#garland`} />
      </pattern>
      {arches ? <rect width="100%" height={height} fill="url(#toran-arch)" /> : null}
      <rect width="100%" height={height} fill="url(#toran-garland)" />
    </svg>
  );
}
