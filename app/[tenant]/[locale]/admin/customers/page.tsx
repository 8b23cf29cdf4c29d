import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FilterForm } from "@/components/admin/bookings/filter-form";
import { Pager } from "@/components/admin/bookings/pager";
import { PageHeader } from "@/components/admin/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { customerFilter } from "@/lib/bookings/filter-parts";
import { listCustomers } from "@/lib/bookings/list-customers";
import { hallZone } from "@/lib/core/hall-zone";
import { localePath } from "@/lib/i18n/paths";
import { listVenues } from "@/lib/venues/queries";
import { loadAdmin } from "@/lib/web/load-admin";
import { hrefWith, readQuery } from "../read-query";
import { CustomerTable } from "./table";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.customers");
  return { title: t("title") };
}

export default async function CustomersPage({ searchParams }: Props) {
  const ctx = await loadAdmin("customer.read");
  const { locale } = ctx;
  const filter = customerFilter.parse(readQuery(await searchParams));
  const [t, { rows, next }, venues] = await Promise.all([
    getTranslations({ locale, namespace: "admin.customers" }),
    listCustomers(ctx, filter),
    listVenues(ctx.tenant),
  ]);
  const path = localePath(locale, "/admin/customers");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="mb-5 max-w-xl">
        <FilterForm
          path={path}
          show={t("show")}
          search={{ value: filter.q ?? "", label: t("search"), hint: t("searchHint") }}
        />
      </div>
      {rows.length > 0 ? (
        <CustomerTable rows={rows} locale={locale} timeZone={hallZone(venues)} />
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
