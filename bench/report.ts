import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Lighthouse } from "./lighthouse";
import { type Row, SECONDS } from "./load";
import { commit, machine, today } from "./machine";
import type { PageSize } from "./pages";
import { ROOT } from "./site";

export type Figures = { rows: Row[]; notes: string[]; pages: PageSize[]; lighthouse: Lighthouse | null };

const whole = (value: number) => Math.round(value).toLocaleString("en-IN");
const table = (head: string[], lines: string[][]) =>
  [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

export function write({ rows, notes, pages, lighthouse }: Figures): string {
  const requests = table(
    ["", "p50 ms", "p99 ms", "requests a second", "ratio", "errors"],
    rows.map(({ name, p50, p99, perSecond, ratio, against, errors }) => [
      ...[name, whole(p50), whole(p99), whole(perSecond)],
      ...[`${ratio.toFixed(2)} of the ${against}`, String(errors)],
    ]),
  );
  const empty = pages[0]?.kilobytes ?? 0;
  const scripts = table(
    ["", "JavaScript at first load, gzipped", "beside the empty page"],
    pages.map(({ name, kilobytes }) => [
      name,
      `${kilobytes} kB`,
      kilobytes === empty ? "" : `+${kilobytes - empty} kB`,
    ]),
  );
  const where = `${today()} at ${commit()}, ${machine()}; load, app and database share it. 16 connections, ${SECONDS} s each after a warm-up.`;
  return [where, requests, ...notes, scripts, ...(lighthouse ? marks(lighthouse) : [])].join("\n\n");
}

function marks({ setting, scores, failure }: Lighthouse): string[] {
  const lines = scores.map(({ name, performance, accessibility, bestPractices, seo }) => [
    name,
    ...[performance, accessibility, bestPractices, seo].map(String),
  ]);
  return [
    ...(scores.length > 0
      ? [table(["Lighthouse", "performance", "accessibility", "best practices", "SEO"], lines)]
      : []),
    ...(setting ? [`${setting}; the middle of three tries.`] : []),
    ...(failure ? [`Lighthouse could not run: ${failure}`] : []),
  ];
}

/** Puts a text between `<!-- name:start -->` and `<!-- name:end -->`. */
export function putBetween(file: string, name: string, text: string): void {
  const path = join(ROOT, file);
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [before, rest] = split(readFileSync(path, "utf8"), start, file);
  const [, after] = split(rest, end, file);
  writeFileSync(path, `${before}${start}\n${text}\n${end}${after}`);
}

function split(text: string, marker: string, file: string): [string, string] {
  const at = text.indexOf(marker);
  if (at < 0) throw new Error(`${file} has no ${marker}`);
  return [text.slice(0, at), text.slice(at + marker.length)];
}
