type Point = readonly [number, number];
type Props = { from: Point; to: Point; sag: number; beads?: number; size?: number };

const at = (value: number) => Math.round(value * 10) / 10;

/** A string of marigolds between two points: blossoms alternate in size, a leaf stands behind every third. */
export function Garland({ from, to, sag, beads = 9, size = 3.4 }: Props) {
  const point = (t: number): Point => [
    at(from[0] + (to[0] - from[0]) * t),
    at(from[1] + (to[1] - from[1]) * t + 4 * sag * t * (1 - t)),
  ];
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + 2 * sag];
  const places = Array.from({ length: beads }, (_, index) => point((index + 0.5) / beads));
  return (
    <g>
      <path
        d={`M${from[0]} ${from[1]}Q${at(middle[0])} ${at(middle[1])} ${to[0]} ${to[1]}`}
        fill="none"
        stroke="var(--tulsi)"
        strokeWidth="1.6"
      />
      {places.map(([x, y], index) => (
        <Blossom key={x} x={x} y={y} r={index % 2 === 0 ? size : size * 0.8} leaf={index % 3 === 1} />
      ))}
    </g>
  );
}

function Blossom({ x, y, r, leaf }: { x: number; y: number; r: number; leaf: boolean }) {
  return (
    <>
      {leaf ? <Leaf x={x} y={y} length={r * 2.6} /> : null}
      <circle cx={x} cy={y} r={at(r)} fill="var(--marigold)" />
      <circle
        cx={x}
        cy={y}
        r={at(r * 0.42)}
        fill="none"
        stroke="var(--marigold-ink)"
        strokeWidth="0.7"
        opacity="0.55"
      />
    </>
  );
}

/** A mango leaf that hangs from a point. */
export function Leaf({ x, y, length, turn = 0 }: { x: number; y: number; length: number; turn?: number }) {
  const half = at(length * 0.22);
  return (
    <path
      d={`M${x} ${y}q${half} ${at(length * 0.45)} 0 ${at(length)}q${-half} ${at(-length * 0.55)} 0 ${at(-length)}`}
      fill="var(--tulsi)"
      transform={turn === 0 ? undefined : `rotate(${turn} ${x} ${y})`}
    />
  );
}

/** A straight string of flowers that hangs down and ends in a tassel. */
export function Tassel({ x, y, beads, size = 2.6 }: { x: number; y: number; beads: number; size?: number }) {
  const step = size * 1.9;
  const end = at(y + beads * step);
  return (
    <g>
      {Array.from({ length: beads }, (_, index) => at(y + (index + 0.5) * step)).map((cy, index) => (
        <circle key={cy} cx={x} cy={cy} r={index % 2 === 0 ? size : at(size * 0.8)} fill="var(--marigold)" />
      ))}
      <Leaf x={x} y={end} length={size * 3.4} turn={18} />
      <Leaf x={x} y={end} length={size * 3.4} turn={-18} />
      <circle cx={x} cy={end} r={at(size * 1.15)} fill="var(--brand)" />
    </g>
  );
}
