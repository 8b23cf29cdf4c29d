import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { UploadForm } from "@/components/admin/import/upload-form";
import { PageHeader } from "@/components/admin/page-header";
import { Panel } from "@/components/admin/panel";
import { momentOf } from "@/components/booking/when";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Tag } from "@/components/ui/tag";
import { hallZone } from "@/lib/core/hall-zone";
import { textIn } from "@/lib/core/locale";
import { formatNumber } from "@/lib/core/money";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { listImports } from "@/lib/imports/load-import";
import type { ImportSummary } from "@/lib/imports/types";
import { listVenues } from "@/lib/venues/queries";
import { loadAdmin } from "@/lib/web/load-admin";
import { STATUS_TONES } from "./status-tones";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.imports");
  return { title: t("title") };
}

export default async function ImportPage() {
  const ctx = await loadAdmin("import.run");
  const { locale, now, tenant } = ctx;
  const [{ admin }, calendar, venues, imports] = await Promise.all([
    loadMessages(locale),
    getTranslations({ locale, namespace: "calendar" }),
    listVenues(tenant),
    listImports(ctx),
  ]);
  const words = admin.imports;
  const clock = { t: calendar, locale, timeZone: hallZone(venues) };
  const lines = ({ counts }: ImportSummary) => Object.values(counts).reduce((sum, one) => sum + one, 0);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <div className="grid gap-5">
        <Panel title={words.upload.title}>
          <UploadForm
            venues={venues.map(({ id, name }) => ({ id, name: textIn(name, locale) }))}
            locale={locale}
            words={words.upload}
            faults={words.file}
            offline={admin.offline}
          />
        </Panel>
        <Panel title={words.recent}>
          {imports.length === 0 ? (
            <EmptyState title={words.none}>{words.noneHint}</EmptyState>
          ) : (
            <DataTable
              caption={words.recent}
              rows={imports}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: "file",
                  header: words.columnsOf.file,
                  cell: ({ id, fileName }) => (
                    <Link
                      href={localePath(locale, `/admin/import/${id}`)}
                      className="text-link break-all font-semibold"
                    >
                      {fileName}
                    </Link>
                  ),
                },
                {
                  key: "status",
                  header: words.columnsOf.status,
                  cell: ({ status }) => <Tag tone={STATUS_TONES[status]}>{words.status[status]}</Tag>,
                },
                {
                  key: "lines",
                  header: words.columnsOf.lines,
                  align: "end",
                  cell: (one) => formatNumber(lines(one), locale),
                },
                { key: "by", header: words.columnsOf.by, cell: ({ by }) => by ?? "–" },
                {
                  key: "at",
                  header: words.columnsOf.at,
                  cell: ({ createdAt }) => momentOf(createdAt, now, clock),
                },
              ]}
            />
          )}
        </Panel>
      </div>
    </>
  );
}
