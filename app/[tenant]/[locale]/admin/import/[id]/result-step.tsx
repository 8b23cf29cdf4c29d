import { getTranslations } from "next-intl/server";
import { UndoImport } from "@/components/admin/import/import-buttons";
import { Panel } from "@/components/admin/panel";
import { Notice } from "@/components/ui/notice";
import { formatNumber } from "@/lib/core/money";
import { fill } from "@/lib/i18n/plain-text";
import { LineList } from "./line-list";
import type { StepProps } from "./step-props";

/** What came of an import, what was left out and why, and the way back. */
export async function ResultStep(props: StepProps) {
  const { ctx, view, admin } = props;
  const { locale } = ctx;
  const words = admin.imports;
  const t = await getTranslations({ locale, namespace: "admin.imports" });
  const { imported, undone, conflict, invalid, skipped } = view.counts;
  const left = conflict + invalid + skipped;
  const n = (value: number) => formatNumber(value, locale);
  const isUndone = view.status === "undone";
  return (
    <div className="grid gap-5">
      <Panel
        title={isUndone ? t("result.undone", { undone, n: n(undone) }) : t("result.done", { imported, n: n(imported) })}
      >
        <div className="grid justify-items-start gap-3">
          {isUndone && imported > 0 ? (
            <Notice tone="warning">{t("result.stand", { left: imported, n: n(imported) })}</Notice>
          ) : null}
          {left > 0 ? (
            <p>
              <b>{t("result.out", { left, n: n(left) })}.</b> {words.result.outHint}{" "}
              <a className="text-link" href={`/api/admin/imports/${view.id}/left-out?lang=${locale}`} download>
                {words.result.fetch}
              </a>
            </p>
          ) : null}
          {imported > 0 ? (
            <UndoImport
              importId={view.id}
              offline={admin.offline}
              button={words.undo.button}
              title={fill(words.undo.title, { name: view.fileName })}
              lost={fill(words.undo.lost, { n: n(imported) })}
              confirm={words.undo.confirm}
              keep={words.keep}
            />
          ) : null}
        </div>
      </Panel>
      <LineList {...props} filters={["problems", "leftOut", "imported", "all"]} base={`${props.here}?step=result`} />
    </div>
  );
}
