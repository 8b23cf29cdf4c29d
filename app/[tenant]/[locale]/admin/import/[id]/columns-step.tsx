import { columnName } from "@/components/admin/import/column-name";
import { ColumnsForm } from "@/components/admin/import/columns-form";
import { DiscardImport } from "@/components/admin/import/import-buttons";
import { Panel } from "@/components/admin/panel";
import { localePath } from "@/lib/i18n/paths";
import { fill } from "@/lib/i18n/plain-text";
import type { StepProps } from "./step-props";

export function ColumnsStep({ ctx, view, admin, here }: StepProps) {
  const words = admin.imports;
  const { headings, ...mapping } = view.mapping;
  const width = Math.max(headings.length, view.samples[0]?.length ?? 0);
  const columns = Array.from({ length: width }, (_, column) => {
    const sample = view.samples.map((cells) => cells[column] ?? "").find((text) => text !== "") ?? "";
    return columnName(headings[column] ?? "", column, sample, words.columns);
  });
  return (
    <div className="grid gap-4">
      <Panel title={words.columns.title}>
        <p className="mb-5 max-w-prose text-ink-2">{words.columns.lead}</p>
        <ColumnsForm
          importId={view.id}
          mapping={mapping}
          columns={columns}
          linesHref={`${here}?step=lines`}
          words={{ columns: words.columns, fields: words.fields, methods: words.methods }}
          offline={admin.offline}
        />
      </Panel>
      <div>
        <DiscardImport
          importId={view.id}
          offline={admin.offline}
          backHref={localePath(ctx.locale, "/admin/import")}
          button={words.discard.button}
          title={fill(words.discard.title, { name: view.fileName })}
          lost={words.discard.lost}
          confirm={words.discard.confirm}
          keep={words.keep}
        />
      </div>
    </div>
  );
}
