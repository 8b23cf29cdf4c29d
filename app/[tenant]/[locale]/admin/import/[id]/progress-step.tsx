import { ResumeImport } from "@/components/admin/import/import-buttons";
import { Panel } from "@/components/admin/panel";
import { KeepFresh } from "@/components/booking/keep-fresh";
import { formatNumber } from "@/lib/core/money";
import { fill } from "@/lib/i18n/plain-text";
import type { StepProps } from "./step-props";

/** How far the work is. It is the worker's: this page only looks. */
export function ProgressStep({ ctx, view, admin }: StepProps) {
  const words = admin.imports.progress;
  const { rowsDone: done, rowsTotal: total } = view;
  const text = fill(view.status === "undoing" ? words.undoing : words.running, {
    done: formatNumber(done, ctx.locale),
    total: formatNumber(total, ctx.locale),
  });
  return (
    <Panel title={admin.imports.status[view.status]}>
      <KeepFresh everySeconds={1} forMinutes={60} />
      <div className="grid max-w-2xl gap-3">
        <progress
          aria-label={words.label}
          aria-valuetext={text}
          max={Math.max(1, total)}
          value={done}
          className="h-3 w-full overflow-hidden rounded-full accent-brand"
        />
        <p role="status">{text}</p>
        <p className="text-ink-2">{words.leave}</p>
        <div>
          <ResumeImport importId={view.id} offline={admin.offline} label={words.resume} resumed={words.resumed} />
        </div>
      </div>
    </Panel>
  );
}
