import Link from "next/link";
import { fieldsToFix } from "@/components/admin/import/fix-fields";
import { type FixField, FixLine, LeaveOut } from "@/components/admin/import/fix-line";
import { problemText } from "@/components/admin/import/problem-text";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/core/format-time";
import { IMPORT_FIELDS, type ImportField } from "@/lib/core/import-field-names";
import { textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { todayIn } from "@/lib/core/period";
import { formatPhone } from "@/lib/core/phone";
import { cellOf } from "@/lib/core/read-import-row";
import { localePath } from "@/lib/i18n/paths";
import { DOT, digits, fill } from "@/lib/i18n/plain-text";
import type { ImportLine } from "@/lib/imports/types";
import type { StepProps } from "./step-props";

type Props = StepProps & { line: ImportLine; mayFix: boolean };

/** One line of the file: what it was read as, or its cells as they are, and what stands against it. */
export function LineCard({ line, mayFix, ...props }: Props) {
  const { ctx, view, admin } = props;
  const { locale } = ctx;
  const words = admin.imports;
  const number = digits(line.position, locale);
  const shared = { importId: view.id, rowId: line.id, line: number };
  const said = { lines: words.lines, fields: words.fields, offline: admin.offline };
  const fields = mayFix && line.status !== "skipped" ? fieldsToFix(line.problems) : [];
  const { title, place, people } = summaryOf(line, props);
  return (
    <li className="grid gap-2 rounded-card border border-rule bg-card p-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="text-[0.9375rem] text-ink-3">{fill(words.lines.line, { n: number })}</span>
        <b className="break-words">{title}</b>
        {isOver(line, props) ? <Tag>{words.lines.over}</Tag> : null}
        {line.booking ? (
          <Link className="text-link" href={localePath(locale, `/admin/bookings/${line.booking.id}`)}>
            {line.booking.number}
          </Link>
        ) : null}
      </div>
      <p className="break-words text-ink-2">{[place, people].filter(Boolean).join(DOT)}</p>
      {line.status === "skipped" ? null : (
        <ul className="grid gap-1">
          {line.problems.map((problem) => (
            <li key={problem.code} className="flex gap-2 font-semibold text-alert">
              <span aria-hidden="true">!</span>
              {problemText(problem, words.problems, locale)}
            </li>
          ))}
        </ul>
      )}
      {mayFix ? (
        <div className="flex flex-wrap items-start gap-2">
          {fields.length > 0 ? (
            <FixLine
              // What is against it changes with each correction: so do the fields.
              key={JSON.stringify(line.problems)}
              {...shared}
              fields={fields.map((field) => toFix(field, line, props))}
              words={said}
            />
          ) : null}
          <LeaveOut {...shared} isLeftOut={line.status === "skipped"} words={said} />
        </div>
      ) : null}
    </li>
  );
}

function summaryOf({ reading, cells }: ImportLine, { ctx, view, venue, admin }: StepProps) {
  const { locale } = ctx;
  const words = admin.imports.lines;
  if (!reading) {
    const cell = (field: ImportField) => cellOf(cells, view.mapping, field);
    const rest = IMPORT_FIELDS.filter((field) => !["title", "name", "note"].includes(field));
    return { title: cell("title") || cell("name") || "–", place: rest.map(cell).filter(Boolean).join(DOT), people: "" };
  }
  const space = venue.spaces.find(({ id }) => id === reading.spaceId);
  const slot = venue.slots.find(({ id }) => id === reading.slotId);
  const money = reading.totalPaise === null ? words.byPrices : formatMoney(reading.totalPaise, locale);
  const paid = reading.paidPaise > 0 ? fill(words.paid, { amount: formatMoney(reading.paidPaise, locale) }) : "";
  const name = reading.title.includes(reading.name) ? "" : reading.name;
  return {
    title: reading.title,
    place: [
      formatDate(reading.date, locale),
      space ? textIn(space.name, locale) : "",
      slot ? textIn(slot.name, locale) : "",
    ]
      .filter(Boolean)
      .join(DOT),
    people: [name, digits(formatPhone(reading.phone), locale), money, paid].filter(Boolean).join(DOT),
  };
}

function isOver({ reading, status }: ImportLine, { ctx, venue }: StepProps): boolean {
  return status === "ready" && reading !== null && reading.date < todayIn(ctx.now, venue.settings.timeZone);
}

/** A space or session is chosen from the hall's own; all else is typed. */
function toFix(field: ImportField, { cells }: ImportLine, { ctx, view, venue }: StepProps): FixField {
  const text = cellOf(cells, view.mapping, field);
  if (field !== "space" && field !== "session") return { field, text };
  const all = field === "space" ? venue.spaces : venue.slots;
  return { field, text, choices: all.map(({ id, name }) => ({ id, name: textIn(name, ctx.locale) })) };
}
