import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { deviceName } from "@/components/admin/device-name";
import { ChangeDetails } from "@/components/admin/history/change-details";
import { timeOf } from "@/components/booking/when";
import { DataTable } from "@/components/ui/data-table";
import type { HistoryEntry } from "@/lib/bookings/types";
import { formatDay } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { eventWord } from "../event-words";

type Props = { rows: readonly HistoryEntry[]; locale: Locale; timeZone: string };

/** Who did what, when and from which device. */
export async function HistoryTable({ rows, locale, timeZone }: Props) {
  const [t, calendar, { admin }] = await Promise.all([
    getTranslations({ locale, namespace: "admin.history" }),
    getTranslations({ locale, namespace: "calendar" }),
    loadMessages(locale),
  ]);
  const changes: Record<string, Record<string, string> | undefined> = admin.history.changes;
  const changeOf = (type: string) => {
    const [noun = "", verb = ""] = type.split(".");
    return changes[noun]?.[verb] ?? admin.history.changed;
  };
  const what = ({ kind, type }: HistoryEntry) =>
    kind === "booking" ? admin.booking.events[eventWord(type)] : changeOf(type);
  const who = ({ by, actor }: HistoryEntry) =>
    by ??
    (actor.kind === "apiKey" ? t("key") : actor.kind === "staff" || actor.kind === "customer" ? null : t("system"));
  return (
    <DataTable
      caption={t("list")}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "when",
          header: t("when"),
          cell: ({ at }) => (
            <time dateTime={at.toISOString()} className="whitespace-nowrap">
              {formatDay(at, locale, timeZone, "long")}
              <span className="block text-ink-2">{timeOf(at, { t: calendar, locale, timeZone })}</span>
            </time>
          ),
        },
        { key: "who", header: t("who"), cell: who },
        {
          key: "what",
          header: t("what"),
          cell: (row) => (
            <>
              <b>{what(row)}</b>
              <ChangeDetails before={row.before} after={row.after} words={admin.history} />
            </>
          ),
        },
        {
          key: "of",
          header: t("of"),
          cell: ({ bookingId, subject }) =>
            bookingId ? (
              <Link href={localePath(locale, `/admin/bookings/${bookingId}`)} className="text-link">
                {subject}
              </Link>
            ) : (
              subject
            ),
        },
        { key: "device", header: t("device"), cell: ({ device }) => deviceName(device) },
      ]}
    />
  );
}
