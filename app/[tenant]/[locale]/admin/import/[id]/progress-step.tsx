import { ResumeImport } from "@/components/admin/import/import-buttons";
import { LiveProgress } from "@/components/admin/import/live-progress";
import { Panel } from "@/components/admin/panel";
import type { StepProps } from "./step-props";

export function ProgressStep({ ctx, view, admin }: StepProps) {
  const words = admin.imports.progress;
  const { status, rowsDone: done, rowsTotal: total } = view;
  return (
    <Panel title={admin.imports.status[status]}>
      <div className="grid max-w-2xl gap-3">
        <LiveProgress
          // An undo begins its own count.
          key={status}
          importId={view.id}
          begun={{ status, done, total }}
          locale={ctx.locale}
          words={words}
        />
        <p className="text-ink-2">{words.leave}</p>
        <div>
          <ResumeImport importId={view.id} offline={admin.offline} label={words.resume} resumed={words.resumed} />
        </div>
      </div>
    </Panel>
  );
}
