import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { formatDate } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import type { ChosenFunction } from "./chosen-function";
import { spanOf } from "./when";
import { whereOf } from "./where";

type Props = { one: ChosenFunction; locale: Locale; timeZone: string; name: ReactNode; children?: ReactNode };

/** One function: what, which day, where, from when to when, and its price. */
export async function FunctionCard({ one, locale, timeZone, name, children }: Props) {
  const t = await getTranslations({ locale, namespace: "calendar" });
  const where = whereOf(one, locale);
  return (
    <Card className="grid grid-cols-1 gap-3">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="font-serif text-xl leading-snug">{formatDate(one.date, locale)}</p>
          {where ? <p className="mt-1 font-semibold">{where}</p> : null}
          {one.period ? <p className="text-ink-2">{spanOf(one.period, { t, locale, timeZone })}</p> : null}
        </div>
        {one.pricePaise === null ? null : (
          <p className="shrink-0 text-[1.125rem] font-semibold">{formatMoney(one.pricePaise, locale)}</p>
        )}
      </div>
      {name}
      {children}
    </Card>
  );
}
