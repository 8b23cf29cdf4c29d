import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FilterForm } from "@/components/admin/bookings/filter-form";
import { PageHeader } from "@/components/admin/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { mergeCustomersInput } from "@/lib/bookings/input";
import { formatPhone } from "@/lib/core/phone";
import { localePath } from "@/lib/i18n/paths";
import { DOT, digits } from "@/lib/i18n/plain-text";
import { findCustomers } from "@/lib/people/find-customers";
import { loadAdmin } from "@/lib/web/load-admin";
import { readQuery } from "../../../read-query";
import { loadCustomerPage } from "../load";
import { MergePreview } from "./preview";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const CANDIDATES = 12;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.customers.merge");
  return { title: t("title") };
}

/** First which two, then what happens; nothing has changed before the last button. */
export default async function MergePage({ params, searchParams }: Props) {
  const ctx = await loadAdmin("customer.merge");
  const { locale } = ctx;
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const customer = await loadCustomerPage(ctx, id);
  const { q, with: goneId } = readQuery(query);
  const t = await getTranslations({ locale, namespace: "admin.customers.merge" });
  const chosen = mergeCustomersInput.safeParse({ keepId: id, goneId });
  if (chosen.success) return <MergePreview ctx={ctx} input={chosen.data} />;

  const words = await getTranslations({ locale, namespace: "admin.customers" });
  const name = customer.name ?? digits(formatPhone(customer.phone), locale);
  const typed = q ?? customer.name ?? "";
  const path = localePath(locale, `/admin/customers/${id}/merge`);
  const found = (await findCustomers(ctx, typed.slice(0, 80), CANDIDATES)).filter(({ userId }) => userId !== id);
  return (
    <div className="grid max-w-3xl gap-4">
      <PageHeader title={t("title")} lead={t("lead", { name })} />
      <FilterForm
        path={path}
        show={words("show")}
        search={{ value: typed, label: words("search"), hint: words("searchHint") }}
      />
      {found.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneHint")}</p>
        </EmptyState>
      ) : null}
      <ul>
        {found.map((one) => (
          <li
            key={one.userId}
            className="flex flex-wrap items-center justify-between gap-3 border-rule border-t py-2.5"
          >
            <p>
              <b>{one.name ?? words("noName")}</b>
              {DOT}
              {digits(formatPhone(one.phone), locale)}
            </p>
            <LinkButton tone="secondary" href={`${path}?with=${one.userId}`}>
              {t("choose")}
              <span className="sr-only"> {one.name}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
      <div>
        <LinkButton tone="quiet" href={localePath(locale, `/admin/customers/${id}`)}>
          {words("keep")}
        </LinkButton>
      </div>
    </div>
  );
}
