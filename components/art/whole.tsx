import { archPath } from "./arch";
import { Garland } from "./garland";
import { Tree } from "./lawn";

/** The house from its gate: the hall with its dome, the dining wing, the lawn and its trees. */
export function Whole() {
  return (
    <>
      <rect width="640" height="360" fill="var(--paper-2)" />
      <circle cx="500" cy="82" r="30" fill="var(--marigold-soft)" stroke="var(--marigold)" />
      <path
        d="M96 78q10 -10 20 0q10 -10 20 0M168 52q7 -7 14 0q7 -7 14 0"
        fill="none"
        stroke="var(--ink-3)"
        strokeWidth="1.4"
      />
      <path d="M0 218Q140 186 320 206T640 200V300H0Z" fill="var(--tulsi-soft)" opacity="0.7" />
      <Tree x={44} y={290} size={1.3} /> <Tree x={600} y={292} size={1.35} /> <Tree x={116} y={282} size={0.9} />
      <path d="M0 286Q320 270 640 286V360H0Z" fill="var(--tulsi-soft)" />
      <g stroke="var(--rule-2)" strokeWidth="1.2">
        <path d="M142 180h96v106h-96ZM402 180h96v106h-96Z" fill="var(--card)" />
        <path d="M226 140h188v148H226Z" fill="var(--stone)" />
        <path d="M136 172h106v10H136ZM398 172h106v10H398ZM218 130h204v12H218Z" fill="var(--card)" />
        <path d="M262 130q4 -56 58 -72q54 16 58 72Z" fill="var(--brand)" stroke="var(--brand)" />
        <path
          d="M150 172q2 -24 22 -32q20 8 22 32ZM446 172q2 -24 22 -32q20 8 22 32Z"
          fill="var(--brand-soft)"
          stroke="var(--brand)"
        />
      </g>
      <path
        d="M320 58q-22 28 -24 72M320 58q22 28 24 72M320 58v72"
        fill="none"
        stroke="var(--brand-ink)"
        opacity="0.35"
      />
      <path d="M320 58V40M172 140v-12M468 140v-12" stroke="var(--marigold)" strokeWidth="2.4" />
      <path d="M320 40l20 6l-20 7Z" fill="var(--marigold)" />
      <circle cx="320" cy="57" r="4.5" fill="var(--marigold)" />{" "}
      <circle cx="172" cy="128" r="3" fill="var(--marigold)" />{" "}
      <circle cx="468" cy="128" r="3" fill="var(--marigold)" />
      {[152, 198, 412, 458].map((x) => (
        <path key={x} d={archPath(x, 286, 32, 74)} fill="var(--paper-2)" stroke="var(--rule-2)" />
      ))}
      <path d={archPath(240, 288, 42, 96)} fill="var(--paper-2)" stroke="var(--rule-2)" />
      <path d={archPath(358, 288, 42, 96)} fill="var(--paper-2)" stroke="var(--rule-2)" />
      <path
        d={archPath(290, 288, 60, 124, true)}
        fill="var(--marigold-soft)"
        stroke="var(--marigold)"
        strokeWidth="1.6"
      />
      <path d={archPath(299, 288, 42, 104, true)} fill="var(--card)" stroke="var(--rule-2)" />
      <Garland from={[226, 146]} to={[290, 146]} sag={10} beads={9} size={3.2} />
      <Garland from={[290, 146]} to={[350, 146]} sag={10} beads={9} size={3.2} />
      <Garland from={[350, 146]} to={[414, 146]} sag={10} beads={9} size={3.2} />
      <Garland from={[142, 186]} to={[226, 186]} sag={8} beads={9} size={2.8} />
      <Garland from={[414, 186]} to={[498, 186]} sag={8} beads={9} size={2.8} />
      <path d="M278 288h84l10 8H268ZM268 296h104l10 8H258Z" fill="var(--card)" stroke="var(--rule-2)" />
      <path d="M262 304h116l96 56H166Z" fill="var(--paper)" stroke="var(--rule)" />
      {[0, 1].map((side) => (
        <g key={side} transform={side === 1 ? "matrix(-1 0 0 1 640 0)" : undefined}>
          <path
            d="M240 318l-46 42M222 312l-84 48"
            fill="none"
            stroke="var(--rule-2)"
            strokeDasharray="1 8"
            strokeLinecap="round"
            strokeWidth="3"
          />
          <path d="M232 320q-6 -12 4 -16q10 4 4 16ZM196 346q-8 -14 4 -19q12 5 4 19Z" fill="var(--marigold)" />
        </g>
      ))}
    </>
  );
}
