import { archPath } from "./arch";
import { Garland, Tassel } from "./garland";

/** Four pillars, a canopy, the fire in the middle and two seats. */
export function Mandap() {
  return (
    <>
      <rect width="640" height="360" fill="var(--paper-2)" />
      <circle cx="320" cy="170" r="142" fill="var(--paper)" />
      <circle
        cx="320"
        cy="170"
        r="154"
        fill="none"
        stroke="var(--rule)"
        strokeDasharray="1 9"
        strokeLinecap="round"
        strokeWidth="3"
      />
      <path d="M0 300H640V360H0Z" fill="var(--stone)" />
      <path d="M0 300H640" stroke="var(--rule-2)" />
      <path d="M150 300h340l34 30H116Z" fill="var(--card)" stroke="var(--rule-2)" />
      <path d="M116 330h408v10H116Z" fill="var(--brand)" opacity="0.9" />
      <path d={archPath(222, 300, 196, 186, true)} fill="var(--card)" stroke="var(--rule-2)" strokeWidth="1.2" />
      <Pillar x={170} /> <Pillar x={214} slim /> <Pillar x={414} slim /> <Pillar x={452} />
      <path d="M150 120Q320 92 490 120L480 104Q400 40 320 26Q240 40 160 104Z" fill="var(--brand)" />
      <path
        d="M320 26Q300 70 292 107M320 26Q340 70 348 107M320 26Q256 70 222 112M320 26Q384 70 418 112"
        fill="none"
        stroke="var(--brand-ink)"
        opacity="0.35"
      />
      <path d="M320 26v-14m-4 0h8m-4 -6v6" stroke="var(--marigold)" strokeWidth="2.4" fill="none" />
      <circle cx="320" cy="24" r="5" fill="var(--marigold)" />
      <path d="M150 120Q320 92 490 120" fill="none" stroke="var(--marigold)" strokeWidth="4" />
      <Garland from={[160, 120]} to={[240, 110]} sag={14} beads={11} size={4} />
      <Garland from={[240, 110]} to={[320, 106]} sag={14} beads={11} size={4} />
      <Garland from={[320, 106]} to={[400, 110]} sag={14} beads={11} size={4} />
      <Garland from={[400, 110]} to={[480, 120]} sag={14} beads={11} size={4} />
      {[160, 240, 320, 400, 480].map((x) => (
        <Tassel key={x} x={x} y={x === 320 ? 108 : 114} beads={6} />
      ))}
      <Seat x={256} /> <Seat x={340} />
      <Fire />
      <Kalash x={196} /> <Kalash x={444} />
    </>
  );
}

function Pillar({ x, slim = false }: { x: number; slim?: boolean }) {
  const width = slim ? 10 : 18;
  return (
    <g stroke="var(--rule-2)" fill="var(--stone)">
      <path d={`M${x} 116h${width}v184h${-width}Z`} />
      <path d={`M${x - 4} 288h${width + 8}v12h${-width - 8}ZM${x - 3} 116h${width + 6}v8h${-width - 6}Z`} />
      <path
        d={`M${x + width / 2 - 3} 132v148`}
        fill="none"
        stroke="var(--marigold)"
        strokeDasharray="5 7"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <path
        d={`M${x + width / 2 + 3} 126v160`}
        fill="none"
        stroke="var(--tulsi)"
        strokeDasharray="4 8"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </g>
  );
}

function Seat({ x }: { x: number }) {
  return (
    <g>
      <path d={`M${x} 246q0 -26 22 -26t22 26v34h-44Z`} fill="var(--brand-soft)" stroke="var(--brand)" />
      <path d={`M${x - 3} 272h50v10h-50Z`} fill="var(--marigold)" />
      <path d={`M${x} 282v14m44 -14v14`} stroke="var(--ink-3)" strokeWidth="2.4" />
    </g>
  );
}

function Fire() {
  return (
    <g>
      <path d="M296 304h48l-6 16h-36Z" fill="var(--ink-3)" />
      <path d="M300 309h40" stroke="var(--card)" strokeDasharray="4 3" />
      <path d="M320 272q14 16 9 26q-2 6 -9 6t-9 -6q-4 -9 3 -15q2 5 4 5q3 -6 2 -16Z" fill="var(--marigold)" />
      <path d="M320 288q6 7 3 12t-6 0q-1 -5 3 -12Z" fill="var(--brand)" />
    </g>
  );
}

function Kalash({ x }: { x: number }) {
  return (
    <g>
      <path d={`M${x - 9} 296q-5 -16 3 -20h12q8 4 3 20q-9 7 -18 0Z`} fill="var(--marigold)" />
      <path d={`M${x - 8} 286h16`} stroke="var(--brand)" strokeWidth="2" />
      <path d={`M${x} 276q-13 -4 -13 -13q10 2 13 13q3 -11 13 -13q0 9 -13 13`} fill="var(--tulsi)" />
      <circle cx={x} cy="265" r="6" fill="var(--ink-3)" />
    </g>
  );
}
