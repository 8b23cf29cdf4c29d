import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Choice, DayChoice, TextChoice } from "@/components/admin/bookings/choice";
import { FilterForm } from "@/components/admin/bookings/filter-form";
import { Pager } from "@/components/admin/bookings/pager";
import { PageHeader } from "@/components/admin/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { HISTORY_KINDS, historyFilter } from "@/lib/bookings/history-filter";
import { listHistory } from "@/lib/bookings/list-history";
import { hallZone } from "@/lib/core/hall-zone";
import { localePath } from "@/lib/i18n/paths";
import { listColleagues } from "@/lib/people/team";
import { listVenues } from "@/lib/venues/queries";
import { loadAdmin } from "@/lib/web/load-admin";
import { hrefWith, readQuery } from "../read-query";
import { HistoryTable } from "./table";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.history");
  return { title: t("title") };
}

export default async function HistoryPage({ searchParams }: Props) {
  const ctx = await loadAdmin("history.read");
  const { locale, tenant } = ctx;
  const filter = historyFilter.parse(readQuery(await searchParams));
  const timeZone = hallZone(await listVenues(tenant));
  const [t, colleagues, { rows, next }] = await Promise.all([
    getTranslations({ locale, namespace: "admin.history" }),
    listColleagues(ctx),
    listHistory(ctx, filter, timeZone),
  ]);
  const path = localePath(locale, "/admin/history");
  const isNarrowed = hrefWith(path, filter) !== path;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="mb-5 grid gap-2">
        <FilterForm path={path} show={t("show")}>
          <div className="grid grid-cols-2 gap-3 lg:grid-cols-5">
            <Choice
              name="who"
              label={t("who")}
              any={t("anyone")}
              value={filter.who}
              options={colleagues.map(({ userId, name }) => [userId, name])}
            />
            <Choice
              name="kind"
              label={t("kind")}
              any={t("anything")}
              value={filter.kind}
              options={HISTORY_KINDS.map((kind) => [kind, t(`kinds.${kind}`)])}
            />
            <DayChoice name="from" label={t("from")} value={filter.from} />
            <DayChoice name="to" label={t("to")} value={filter.to} />
            <TextChoice name="booking" label={t("booking")} value={filter.booking} />
          </div>
        </FilterForm>
        {isNarrowed ? (
          <div>
            <Link href={path} className="text-link inline-flex min-h-11 items-center">
              {t("clear")}
            </Link>
          </div>
        ) : null}
      </div>
      {rows.length > 0 ? (
        <HistoryTable rows={rows} locale={locale} timeZone={timeZone} />
      ) : (
        <EmptyState title={t("none")}>
          <p>{t("noneHint")}</p>
        </EmptyState>
      )}
      <Pager
        first={filter.after ? hrefWith(path, filter) : null}
        next={next ? hrefWith(path, filter, { after: next }) : null}
        words={{ first: t("first"), next: t("next") }}
      />
    </>
  );
}
