import { getTranslations } from "next-intl/server";
import { RecheckImport, StartImport } from "@/components/admin/import/import-buttons";
import { WordsForm } from "@/components/admin/import/words-form";
import { Panel } from "@/components/admin/panel";
import { textIn } from "@/lib/core/locale";
import { formatNumber } from "@/lib/core/money";
import { digits } from "@/lib/i18n/plain-text";
import { LineList } from "./line-list";
import type { StepProps } from "./step-props";

export async function LinesStep(props: StepProps) {
  const { ctx, view, venue, admin } = props;
  const { locale } = ctx;
  const words = admin.imports;
  const t = await getTranslations({ locale, namespace: "admin.imports" });
  const { ready, conflict, invalid } = view.counts;
  const problems = conflict + invalid;
  const named = (one: { id: string; name: Parameters<typeof textIn>[0] }) => ({
    id: one.id,
    name: textIn(one.name, locale),
  });
  const unknown = (found: { word: string; lines: number }[]) =>
    found.map(({ word, lines }) => ({ word, lines: digits(lines, locale) }));
  const isUnknown = view.unknown.space.length + view.unknown.session.length > 0;
  return (
    <div className="grid gap-5">
      <Panel title={words.lines.title}>
        <div className="grid gap-4">
          <p role="status">
            <b>{t("lines.counts", { ready, n: formatNumber(ready, locale) })}</b>
            {problems > 0 ? `, ${t("lines.against", { problems, n: formatNumber(problems, locale) })}` : null}
          </p>
          <div className="flex flex-wrap items-center gap-2">
            {ready > 0 ? (
              <StartImport
                importId={view.id}
                offline={admin.offline}
                label={t("start.button", { ready, n: formatNumber(ready, locale) })}
                starting={words.start.starting}
              />
            ) : null}
            <RecheckImport importId={view.id} offline={admin.offline} label={words.lines.recheck} />
          </div>
          <p className="max-w-prose text-ink-2">{words.start.what}</p>
        </div>
      </Panel>
      {isUnknown ? (
        <Panel title={words.words.title}>
          <WordsForm
            // Each answer leaves fewer words: the form begins anew.
            key={JSON.stringify(view.unknown)}
            importId={view.id}
            unknown={{ space: unknown(view.unknown.space), session: unknown(view.unknown.session) }}
            choices={{ space: venue.spaces.map(named), session: venue.slots.map(named) }}
            words={words.words}
            offline={admin.offline}
          />
        </Panel>
      ) : null}
      <LineList {...props} filters={["problems", "ready", "leftOut", "all"]} base={`${props.here}?step=lines`} mayFix />
    </div>
  );
}
