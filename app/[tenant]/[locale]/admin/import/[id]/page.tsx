import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/admin/page-header";
import { Steps } from "@/components/ui/steps";
import { Tag } from "@/components/ui/tag";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { loadImport } from "@/lib/imports/load-import";
import type { ImportView } from "@/lib/imports/types";
import { findVenueById } from "@/lib/venues/queries";
import { loadAdmin } from "@/lib/web/load-admin";
import { STATUS_TONES } from "../status-tones";
import { ColumnsStep } from "./columns-step";
import { LinesStep } from "./lines-step";
import { ProgressStep } from "./progress-step";
import { ResultStep } from "./result-step";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ step?: string | string[]; show?: string | string[]; page?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.imports");
  return { title: t("title") };
}

/** Which step an import is at: its own state says, and before it is carried out the address. */
function stepOf(
  { status, mapping: { columns } }: ImportView,
  asked: unknown,
): "columns" | "lines" | "progress" | "result" {
  if (status === "running" || status === "undoing") return "progress";
  if (status !== "draft") return "result";
  const isEnough = columns.date !== undefined && columns.phone !== undefined;
  return asked === "lines" && isEnough ? "lines" : "columns";
}

const ORDER = { columns: 1, lines: 2, progress: 3, result: 3 } as const;

export default async function OneImportPage({ params, searchParams }: Props) {
  const ctx = await loadAdmin("import.run");
  const { locale } = ctx;
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [view, { admin }] = await Promise.all([loadImport(ctx, id), loadMessages(locale)]);
  const venue = view && (await findVenueById(ctx.tenant, view.venueId));
  if (!view || !venue) notFound();
  const words = admin.imports;
  const here = localePath(locale, `/admin/import/${id}`);
  const step = stepOf(view, query.step);
  const shared = { ctx, view, venue, admin, here, query };
  const isDraft = view.status === "draft";
  return (
    <>
      <PageHeader
        title={<span className="break-all">{view.fileName}</span>}
        lead={<Tag tone={STATUS_TONES[view.status]}>{words.status[view.status]}</Tag>}
      />
      <div className="mb-6 max-w-2xl">
        <Steps
          label={words.steps.label}
          current={ORDER[step]}
          steps={[
            { label: words.steps.file, href: localePath(locale, "/admin/import") },
            { label: words.steps.columns, ...(isDraft ? { href: `${here}?step=columns` } : {}) },
            { label: words.steps.lines },
            { label: words.steps.result },
          ]}
        />
      </div>
      {step === "columns" ? <ColumnsStep {...shared} /> : null}
      {step === "lines" ? <LinesStep {...shared} /> : null}
      {step === "progress" ? <ProgressStep {...shared} /> : null}
      {step === "result" ? <ResultStep {...shared} /> : null}
    </>
  );
}
