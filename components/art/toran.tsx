import { useId } from "react";
import { Arch } from "./arch";
import { Garland, Leaf, Tassel } from "./garland";

const TILE = 132;

/** The garland over a door, across any width, with arches behind it where there is room for them. */
export function Toran({ arches = false }: { arches?: boolean }) {
  const id = useId();
  const height = arches ? 108 : 44;
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height={height}
      className={`block ${arches ? "border-b border-rule bg-paper-2" : ""}`}
    >
      <defs>
        <pattern id={`${id}a`} width={TILE} height={height} patternUnits="userSpaceOnUse" x={-TILE / 2 + 12}>
          <Arch x={14} y={height} width={TILE - 28} height={82} fill="var(--paper)" />
          <path
            d={`M${TILE / 2} ${height}V${height - 34}m-5 6q5 -16 10 0`}
            stroke="var(--rule-2)"
            fill="none"
            strokeWidth="1"
          />
          <circle cx={TILE / 2} cy={height - 41} r="2.2" fill="var(--marigold)" />
        </pattern>
        <pattern id={`${id}g`} width={TILE} height={height} patternUnits="userSpaceOnUse" x={12}>
          {[18, 34, 50, 82, 98, 114].map((x, index) => (
            <Leaf key={x} x={x} y={2} length={18} turn={(index % 3) * 7 - 7} />
          ))}
          <path d={`M0 2H${TILE}`} stroke="var(--tulsi)" strokeWidth="3" />
          <Garland from={[0, 3]} to={[TILE / 2, 3]} sag={15} beads={9} size={4.2} />
          <Garland from={[TILE / 2, 3]} to={[TILE, 3]} sag={15} beads={9} size={4.2} />
          <Tassel x={TILE / 2} y={4} beads={5} size={3.1} />
        </pattern>
      </defs>
      {arches ? <rect width="100%" height={height} fill={`url(#${id}a)`} /> : null}
      <rect width="100%" height={height} fill={`url(#${id}g)`} />
    </svg>
  );
}
