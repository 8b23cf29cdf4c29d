import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import type { ListedCustomer } from "@/lib/bookings/types";
import { formatDay } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import { formatPhone } from "@/lib/core/phone";
import { localePath } from "@/lib/i18n/paths";
import { digits } from "@/lib/i18n/plain-text";

type Props = { rows: readonly ListedCustomer[]; locale: Locale; timeZone: string };

export async function CustomerTable({ rows, locale, timeZone }: Props) {
  const t = await getTranslations({ locale, namespace: "admin.customers" });
  const day = (at: Date | null) => (at ? formatDay(at, locale, timeZone, "long") : null);
  return (
    <DataTable
      caption={t("list")}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t("name"),
          cell: ({ id, name }) => (
            <Link href={localePath(locale, `/admin/customers/${id}`)} className="text-link font-semibold">
              {name ?? t("noName")}
            </Link>
          ),
        },
        {
          key: "phone",
          header: t("phone"),
          cell: ({ phone }) => (
            <a href={`tel:${phone}`} className="whitespace-nowrap hover:underline">
              {digits(formatPhone(phone), locale)}
            </a>
          ),
        },
        { key: "bookings", header: t("bookings"), align: "end", cell: ({ bookings }) => digits(bookings, locale) },
        { key: "next", header: t("nextDate"), cell: ({ nextAt }) => day(nextAt) },
        { key: "last", header: t("lastDate"), cell: ({ lastAt }) => day(lastAt) },
      ]}
    />
  );
}
