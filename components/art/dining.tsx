import { archPath } from "./arch";
import { Leaf } from "./garland";

/** A row of banana leaves, laid for the meal, under brass lamps. */
export function Dining() {
  return (
    <>
      <rect width="640" height="360" fill="var(--paper-2)" />
      <path d="M0 0H640V172H0Z" fill="var(--paper)" />
      <path d="M0 172H640" stroke="var(--rule-2)" />
      {[20, 148, 276, 404, 532].map((x) => (
        <g key={x}>
          <path d={archPath(x, 172, 92, 120)} fill="var(--card)" stroke="var(--rule-2)" strokeWidth="1.2" />
          <path d={archPath(x + 8, 172, 76, 108)} fill="var(--stone)" stroke="var(--rule)" />
          <path d={`M${x + 46} 64V172M${x + 8} 120h76`} stroke="var(--rule)" />
        </g>
      ))}
      {[130, 258, 386, 514].map((x) => (
        <g key={x}>
          <path d={`M${x} 0V52`} stroke="var(--ink-3)" />
          <path d={`M${x - 20} 70q2 -18 20 -18t20 18Z`} fill="var(--marigold)" />
          <circle cx={x} cy="73" r="6" fill="var(--marigold-soft)" stroke="var(--marigold)" />
          <path d={`M${x - 18} 74 ${x - 46} 168H${x + 46}L${x + 18} 74Z`} fill="var(--marigold)" opacity="0.07" />
        </g>
      ))}
      <path d="M-10 226H650L690 360H-50Z" fill="var(--card)" stroke="var(--rule-2)" />
      <path d="M-10 226H650" stroke="var(--brand)" strokeWidth="5" />
      <path d="M-20 238H660" stroke="var(--marigold)" strokeWidth="1.4" strokeDasharray="2 6" strokeLinecap="round" />
      {[-14, 148, 310, 472].map((x) => (
        <Setting key={x} x={x} />
      ))}
    </>
  );
}

function Setting({ x }: { x: number }) {
  return (
    <g transform={`translate(${x} 252)`}>
      <path
        d="M4 46Q18 8 78 6T168 42Q150 80 82 82T4 46Z"
        fill="var(--tulsi-soft)"
        stroke="var(--tulsi)"
        strokeWidth="1.5"
      />
      <path
        d="M4 46Q84 40 168 42M44 43l-8 -24M74 42l-6 -34M106 42l2 -32M134 42l6 -22M48 44l-6 26M80 43l-4 36M112 43l6 30"
        fill="none"
        stroke="var(--tulsi)"
        opacity="0.45"
      />
      <ellipse cx="88" cy="48" rx="25" ry="14" fill="var(--card)" stroke="var(--rule-2)" />
      <path d="M72 48q16 -20 32 0Z" fill="var(--stone)" stroke="var(--rule-2)" />
      <ellipse cx="88" cy="42" rx="9" ry="4" fill="var(--marigold)" />
      <Bowl x={48} y={30} fill="var(--marigold)" /> <Bowl x={74} y={22} fill="var(--brand)" />{" "}
      <Bowl x={102} y={21} fill="var(--tulsi)" /> <Bowl x={130} y={28} fill="var(--marigold-soft)" />
      <circle cx="44" cy="56" r="6.5" fill="var(--marigold)" />{" "}
      <circle cx="55" cy="62" r="6.5" fill="var(--marigold)" />
      <path d="M122 58q14 -10 24 0q-12 8 -24 0Z" fill="var(--marigold-soft)" stroke="var(--marigold)" />
      <Leaf x={32} y={36} length={14} turn={-60} />
    </g>
  );
}

function Bowl({ x, y, fill }: { x: number; y: number; fill: string }) {
  return (
    <g>
      <ellipse cx={x} cy={y + 3} rx="11" ry="6.5" fill="var(--rule-2)" />
      <ellipse cx={x} cy={y} rx="11" ry="6" fill="var(--card)" stroke="var(--ink-3)" strokeWidth="0.8" />
      <ellipse cx={x} cy={y} rx="7.5" ry="3.8" fill={fill} />
    </g>
  );
}
