import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Pager } from "@/components/admin/bookings/pager";
import { PageHeader } from "@/components/admin/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { bookingFilter } from "@/lib/bookings/booking-filter";
import { listBookings } from "@/lib/bookings/list-bookings";
import { hallZone } from "@/lib/core/hall-zone";
import { mayDo } from "@/lib/core/permissions";
import { localePath } from "@/lib/i18n/paths";
import { digits } from "@/lib/i18n/plain-text";
import { listColleagues } from "@/lib/people/team";
import { listVenues } from "@/lib/venues/queries";
import { loadAdmin } from "@/lib/web/load-admin";
import { hrefWith, readQuery } from "../read-query";
import { BookingCards } from "./cards";
import { BookingFilters } from "./filters";
import { BookingTable } from "./table";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.bookings");
  return { title: t("title") };
}

export default async function BookingsPage({ searchParams }: Props) {
  const ctx = await loadAdmin("diary.read");
  const { locale, tenant, actor } = ctx;
  const filter = bookingFilter.parse(readQuery(await searchParams));
  const venues = await listVenues(tenant);
  const [t, colleagues, { rows, next, counts, isCut }] = await Promise.all([
    getTranslations({ locale, namespace: "admin.bookings" }),
    listColleagues(ctx),
    listBookings(ctx, filter, hallZone(venues)),
  ]);
  const path = localePath(locale, "/admin/bookings");
  const total = Object.entries(counts)
    .filter(([status]) => filter.status === undefined || status === filter.status)
    .reduce((sum, [, count]) => sum + count, 0);
  const isNarrowed = hrefWith(path, { ...filter, sort: undefined }) !== path;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={<span role="status">{t("count", { count: total, n: digits(total, locale) })}</span>}
        actions={
          mayDo(actor, "money.export") && total > 0 ? (
            <LinkButton
              tone="secondary"
              prefetch={false}
              href={hrefWith("/api/admin/bookings/csv", filter, { lang: locale })}
            >
              {t("csv")}
            </LinkButton>
          ) : null
        }
      />
      <BookingFilters filter={filter} counts={counts} venues={venues} colleagues={colleagues} locale={locale} />
      {isCut ? <Notice tone="info" title={t("cut")} /> : null}
      {rows.length > 0 ? (
        <>
          <BookingTable rows={rows} filter={filter} locale={locale} />
          <BookingCards rows={rows} locale={locale} />
        </>
      ) : (
        <EmptyState
          title={t(isNarrowed ? "none" : "empty")}
          action={
            isNarrowed ? (
              <LinkButton tone="secondary" href={path}>
                {t("clear")}
              </LinkButton>
            ) : null
          }
        >
          <p>{t(isNarrowed ? "noneHint" : "emptyHint")}</p>
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
