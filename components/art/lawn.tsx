import { archPath } from "./arch";
import { Garland } from "./garland";

/** The lawn at dusk: lights between poles, trees, and the stage at the far end. */
export function Lawn() {
  return (
    <>
      <rect width="640" height="360" fill="var(--indigo-soft)" />
      <path d="M0 150Q160 110 320 140T640 130V236H0Z" fill="var(--paper-2)" opacity="0.55" />
      <circle cx="540" cy="66" r="25" fill="var(--marigold-soft)" stroke="var(--marigold)" />
      {[
        [70, 40],
        [150, 76],
        [232, 34],
        [404, 52],
        [470, 104],
        [600, 128],
        [26, 96],
      ].map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r="1.6" fill="var(--indigo)" />
      ))}
      <Tree x={52} y={236} size={1.15} /> <Tree x={122} y={232} size={0.8} /> <Tree x={590} y={238} size={1.1} />{" "}
      <Tree x={516} y={232} size={0.75} />
      <path d="M0 232Q320 214 640 232V360H0Z" fill="var(--tulsi-soft)" />
      <path d="M0 232Q320 214 640 232" fill="none" stroke="var(--tulsi)" opacity="0.6" />
      {[258, 290, 328].map((y) => (
        <path key={y} d={`M0 ${y}Q320 ${y - 16} 640 ${y}`} fill="none" stroke="var(--tulsi)" opacity="0.2" />
      ))}
      <path d={archPath(240, 234, 160, 128, true)} fill="var(--card)" stroke="var(--brand)" strokeWidth="1.6" />
      <path d={archPath(256, 234, 128, 108, true)} fill="var(--brand-soft)" stroke="var(--rule-2)" />
      <path d="M222 230h196l16 16H206Z" fill="var(--brand)" />
      <Garland from={[240, 160]} to={[320, 108]} sag={15} beads={11} size={3.8} />
      <Garland from={[320, 108]} to={[400, 160]} sag={15} beads={11} size={3.8} />
      <path d="M294 206q0 -12 10 -12h32q10 0 10 12v24h-52Z" fill="var(--card)" stroke="var(--brand)" />
      <path d="M302 246h36l38 114H264Z" fill="var(--card)" stroke="var(--rule)" opacity="0.9" />
      <Lights from={[96, 96]} to={[320, 70]} /> <Lights from={[320, 70]} to={[548, 100]} />
      <Lights from={[18, 150]} to={[198, 132]} /> <Lights from={[446, 132]} to={[626, 152]} />
      <path
        d="M96 92V300M548 96V300M198 130V262M446 130V262M18 146V338M626 148V338"
        stroke="var(--ink-3)"
        strokeWidth="2.4"
      />
      <Table x={130} y={292} /> <Table x={226} y={320} /> <Table x={510} y={292} /> <Table x={414} y={320} />{" "}
      <Table x={66} y={336} /> <Table x={576} y={336} />
    </>
  );
}

function Lights({ from, to }: { from: readonly [number, number]; to: readonly [number, number] }) {
  const count = 11;
  const bulbs = Array.from({ length: count }, (_, index) => {
    const t = (index + 0.5) / count;
    return [
      Math.round(from[0] + (to[0] - from[0]) * t),
      Math.round(from[1] + (to[1] - from[1]) * t + 120 * t * (1 - t)),
    ] as const;
  });
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + 60] as const;
  return (
    <g>
      <path
        d={`M${from[0]} ${from[1]}Q${middle[0]} ${middle[1]} ${to[0]} ${to[1]}`}
        fill="none"
        stroke="var(--ink-3)"
      />
      {bulbs.map(([x, y]) => (
        <g key={x}>
          <circle cx={x} cy={y + 4} r="7" fill="var(--marigold)" opacity="0.16" />
          <circle cx={x} cy={y + 4} r="3" fill="var(--marigold)" />
        </g>
      ))}
    </g>
  );
}

export function Tree({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <path d="M0 0V-52M0 -26l14 -16M0 -34l-12 -14" stroke="var(--ink-3)" strokeWidth="4" fill="none" />
      <path
        d="M-38 -50q-6 -26 16 -32q8 -24 30 -14q26 -2 26 24q12 18 -8 28q-22 12 -36 2q-20 8 -28 -8Z"
        fill="var(--tulsi-soft)"
        stroke="var(--tulsi)"
        strokeWidth="1.4"
      />
      <path d="M-22 -58q8 -10 16 -2M4 -74q10 -8 18 2M8 -52q8 -8 14 0" fill="none" stroke="var(--tulsi)" opacity="0.7" />
    </g>
  );
}

function Table({ x, y }: { x: number; y: number }) {
  return (
    <g>
      <path d={`M${x - 24} ${y}l-4 20h56l-4 -20Z`} fill="var(--card)" stroke="var(--rule-2)" />
      <ellipse cx={x} cy={y} rx="24" ry="7" fill="var(--card)" stroke="var(--rule-2)" />
      <circle cx={x} cy={y - 4} r="4" fill="var(--marigold)" />
      <circle cx={x + 5} cy={y - 2} r="2.6" fill="var(--brand)" />
    </g>
  );
}
