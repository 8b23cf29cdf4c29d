import { archPath } from "./arch";
import { Garland } from "./garland";

/** Inside: the stage under an arch at the end of the aisle, chandeliers, and the guests' chairs. */
export function Hall() {
  return (
    <>
      <rect width="640" height="360" fill="var(--paper-2)" />
      <path d="M0 0 170 60H470L640 0Z" fill="var(--stone)" stroke="var(--rule)" />
      <path d="M0 360 170 252H470L640 360Z" fill="var(--stone)" stroke="var(--rule)" />
      <path d="M170 60h300v192H170Z" fill="var(--paper)" stroke="var(--rule-2)" />
      <path d="M0 0 170 60M640 0 470 60M90 32V310M40 14V338M550 32V310M600 14V338" stroke="var(--rule-2)" fill="none" />
      {[0, 1].map((side) => (
        <g key={side} transform={side === 1 ? "matrix(-1 0 0 1 640 0)" : undefined}>
          <path
            d="M46 316V128Q66 84 86 130V300ZM98 296V132Q126 92 154 134V264Z"
            fill="var(--card)"
            stroke="var(--rule-2)"
          />
          <path d="M66 100V308M126 108V280M46 190 86 186M98 186 154 184" stroke="var(--rule)" fill="none" />
        </g>
      ))}
      <path d={archPath(232, 236, 176, 160, true)} fill="var(--brand-soft)" stroke="var(--brand)" strokeWidth="1.4" />
      <path d={archPath(246, 236, 148, 142, true)} fill="var(--card)" stroke="var(--rule-2)" />
      <path d="M204 236h232l14 16H190Z" fill="var(--brand)" />
      <path d="M190 252h260v8H190Z" fill="var(--marigold)" opacity="0.85" />
      <Garland from={[232, 142]} to={[320, 84]} sag={18} beads={13} size={3.6} />
      <Garland from={[320, 84]} to={[408, 142]} sag={18} beads={13} size={3.6} />
      <path d="M290 216q0 -16 14 -16h32q14 0 14 16v20h-60Z" fill="var(--brand-soft)" stroke="var(--brand)" />
      <path d="M282 214q8 0 8 10v12h-8ZM358 214q-8 0 -8 10v12h8Z" fill="var(--marigold)" />
      <path d="M296 260h48l42 100H254Z" fill="var(--brand)" opacity="0.85" />
      <path d="M302 260l-36 100M338 260l36 100" stroke="var(--marigold)" strokeWidth="1.6" />
      <Chandelier x={320} y={34} size={1.15} /> <Chandelier x={214} y={28} size={0.85} />{" "}
      <Chandelier x={426} y={28} size={0.85} />
      {[0, 1, 2].map((row) => (
        <Row key={row} y={276 + row * 26} scale={0.72 + row * 0.2} />
      ))}
    </>
  );
}

function Row({ y, scale }: { y: number; scale: number }) {
  const seats = [0, 1, 2, 3, 4];
  const gap = 34 * scale;
  const aisle = 38 + 26 * scale;
  return (
    <g fill="var(--card)" stroke="var(--ink-3)" strokeWidth="0.9">
      {[-1, 1].flatMap((side) =>
        seats.map((seat) => {
          const x = Math.round(320 + side * (aisle + seat * gap) - 9 * scale);
          const width = Math.round(20 * scale);
          return (
            <path
              key={`${side}${seat}`}
              d={`M${x} ${y + 16 * scale}v${-13 * scale}q${width / 2} ${-9 * scale} ${width} 0v${13 * scale}ZM${x + 2} ${y + 16 * scale}v${9 * scale}M${x + width - 2} ${y + 16 * scale}v${9 * scale}`}
            />
          );
        }),
      )}
    </g>
  );
}

function Chandelier({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <path d="M0 -40V0M-26 12Q0 -8 26 12M-18 20Q0 6 18 20" fill="none" stroke="var(--marigold)" strokeWidth="1.8" />
      {[-26, -13, 0, 13, 26].map((dx) => (
        <g key={dx}>
          <path d={`M${dx} ${Math.abs(dx) === 26 ? 12 : 5}v8`} stroke="var(--marigold)" />
          <circle
            cx={dx}
            cy={Math.abs(dx) === 26 ? 22 : 16}
            r="3.4"
            fill="var(--marigold-soft)"
            stroke="var(--marigold)"
          />
        </g>
      ))}
    </g>
  );
}
