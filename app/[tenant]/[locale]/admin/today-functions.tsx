import { getTranslations } from "next-intl/server";
import { DayFunctionCard } from "@/components/admin/day-function";
import { Panel } from "@/components/admin/panel";
import { EmptyState } from "@/components/ui/empty-state";
import type { DayFunction } from "@/lib/bookings/types";
import { formatDate } from "@/lib/core/format-time";
import { addDays, type LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";

type Props = { functions: readonly DayFunction[]; today: LocalDate; locale: Locale };

export async function TodayFunctions({ functions, today, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "admin.today" });
  const tomorrow = addDays(today, 1);
  const now = functions.filter(({ date }) => date === today);
  const next = functions.filter(({ date }) => date === tomorrow);
  return (
    <>
      <Panel title={t("functions")}>
        {now.length === 0 ? <EmptyState title={t("noFunctions")}>{t("noFunctionsHint")}</EmptyState> : null}
        <div className="grid gap-3">
          {now.map((one) => (
            <DayFunctionCard key={one.id} one={one} locale={locale} />
          ))}
        </div>
      </Panel>
      <Panel title={t("tomorrow", { date: formatDate(tomorrow, locale, "short") })}>
        {next.length === 0 ? <p className="text-ink-2">{t("nothingTomorrow")}</p> : null}
        <div className="grid gap-3">
          {next.map((one) => (
            <DayFunctionCard key={one.id} one={one} locale={locale} />
          ))}
        </div>
      </Panel>
    </>
  );
}
