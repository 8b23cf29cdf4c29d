type Props = { x: number; y: number; width: number; height: number; fill?: string; cusps?: boolean };

const at = (value: number) => Math.round(value * 10) / 10;

/** A pointed arch that stands on y, drawn twice like the border of a wedding card; `cusps` gives it a scalloped edge. */
export function Arch({ x, y, width, height, fill = "none", cusps = false }: Props) {
  const inset = Math.max(3, width * 0.07);
  return (
    <g fill={fill} stroke="var(--rule-2)" strokeWidth="1.2">
      <path d={archPath(x, y, width, height, cusps)} />
      <path d={archPath(x + inset, y, width - 2 * inset, height - inset * 1.3, cusps)} fill="none" strokeWidth="0.7" />
    </g>
  );
}

export function archPath(x: number, y: number, width: number, height: number, cusps = false): string {
  const spring = at(y - height * 0.58);
  const top = at(y - height);
  const middle = at(x + width / 2);
  const right = at(x + width);
  const left = at(x);
  if (!cusps) {
    const shoulder = at(top + height * 0.1);
    return `M${left} ${y}V${spring}C${left} ${shoulder} ${at(middle - width * 0.12)} ${shoulder} ${middle} ${top}C${at(middle + width * 0.12)} ${shoulder} ${right} ${shoulder} ${right} ${spring}V${y}`;
  }
  const steps = 3;
  const scallop = (toX: number, toY: number) => `A${at(width * 0.14)} ${at(width * 0.14)} 0 0 1 ${at(toX)} ${at(toY)}`;
  const rise = (index: number) => spring - (spring - top) * Math.sin((index / steps) * (Math.PI / 2));
  const reach = (index: number) => (width / 2) * (1 - Math.cos((index / steps) * (Math.PI / 2)));
  const up = [1, 2, 3].map((index) => scallop(x + reach(index), rise(index))).join("");
  const down = [2, 1, 0].map((index) => scallop(x + width - reach(index), rise(index))).join("");
  return `M${left} ${y}V${spring}${up}${down}V${y}`;
}
