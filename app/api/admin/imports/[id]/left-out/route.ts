import { problemText } from "@/components/admin/import/problem-text";
import { csvOf } from "@/lib/core/csv";
import { loadMessages } from "@/lib/i18n/load-messages";
import { listLeftOut } from "@/lib/imports/import-lines";
import { only } from "@/lib/web/only";
import { route } from "@/lib/web/route";
import { personCtx } from "@/lib/web/visit";

/** The lines that were not imported, as they came or were typed over, each with why: to be put right and brought again. */
export const GET = route<{ id: string }>(async (visit, _, { id }) => {
  const { fileName, headings, fields, lines } = await listLeftOut(personCtx(visit), id);
  const { admin } = await loadMessages(visit.locale);
  const words = admin.imports;
  const width = Math.max(headings.length, ...lines.map(({ cells }) => cells.length));
  const heading = Array.from({ length: width }, (_, column) => headings[column] ?? "");
  const named = heading.map((text, column) => text || (fields[column] ? words.fields[fields[column]] : ""));
  const rows = lines.map(({ position, cells, problems }) => [
    ...Array.from({ length: width }, (_, column) => cells[column] ?? ""),
    position,
    problems.map((problem) => problemText(problem, words.problems, visit.locale)).join(" ") || words.lines.leftOut,
  ]);
  const name = encodeURIComponent(`${fileName.replace(/\.\w+$/, "")} - ${words.lines.leftOut}.csv`);
  return new Response(csvOf([[...named, words.result.lineHeading, words.result.why], ...rows]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="left-out.csv"; filename*=UTF-8''${name}`,
      "cache-control": "no-store",
    },
  });
});

export const { POST, PUT, PATCH, DELETE } = only("GET");
