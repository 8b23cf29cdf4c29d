import Link from "next/link";
import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Money and counts stand on the right. */
  align?: "end";
  /** Leads to the same list sorted by this column. */
  sort?: { href: string; direction?: "ascending" | "descending" | undefined };
  /** What its cells hold says for itself what it does: on a phone no name stands before it. */
  isAction?: boolean;
};

type Props<Row> = {
  /** What the table lists, for who cannot see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
};

/** A table on a desk; on a phone each row is a card with the column's name before each value. Sorting is in the address. */
export function DataTable<Row>({ caption, columns, rows, keyOf }: Props<Row>) {
  return (
    <table className="w-full border-collapse text-left max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-2 border-b text-[0.9375rem] text-ink-2 max-md:sr-only">
        <tr>
          {columns.map(({ key, header, align, sort }) => (
            <th
              key={key}
              scope="col"
              aria-sort={sort?.direction}
              className={`px-3 py-2.5 font-semibold ${align === "end" ? "text-right" : ""}`}
            >
              {sort ? (
                <Link href={sort.href} className="inline-flex min-h-11 items-center gap-1 hover:underline">
                  {header}
                  {sort.direction ? <span aria-hidden="true">{sort.direction === "ascending" ? "↑" : "↓"}</span> : null}
                </Link>
              ) : (
                header
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:grid max-md:gap-3">
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            className="border-rule md:border-b md:hover:bg-paper-2 max-md:grid max-md:rounded-card max-md:border max-md:bg-card max-md:p-3"
          >
            {columns.map((column) => (
              <Cell key={column.key} column={column} content={column.cell(row)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, content }: { column: Column<Row>; content: ReactNode }) {
  const { header, align, isAction } = column;
  // On a card a name without a value would only be in the way.
  const isEmpty = content === null || content === undefined || content === false || content === "";
  return (
    <td
      className={`px-3 py-2.5 align-middle max-md:min-h-11 max-md:items-center max-md:justify-between max-md:gap-4 max-md:px-1 max-md:py-1 ${isEmpty ? "max-md:hidden" : "max-md:flex"} ${align === "end" ? "text-right" : ""}`}
    >
      {isAction ? null : (
        <span aria-hidden="true" className="text-[0.9375rem] text-ink-3 md:hidden">
          {header}
        </span>
      )}
      {/* A link alone in its cell takes the height of a thumb. */}
      <span className="max-md:text-right max-md:[&>a:only-child]:py-2.5">{content}</span>
    </td>
  );
}
