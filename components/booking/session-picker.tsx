import Form from "next/form";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { TextField } from "@/components/ui/text-field";
import { formatDate } from "@/lib/core/format-time";
import { addDays, type LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";

type Props = {
  locale: Locale;
  /** Where the form for another date goes, and what it carries along. */
  action: string;
  fields: ReactNode;
  date: LocalDate;
  min: LocalDate;
  max: LocalDate;
  isMuhurat: boolean;
  hrefOfDate: (date: LocalDate) => string;
  calendarHref: string;
  /** The day's sessions; null where there are none. */
  children: ReactNode | null;
};

/** A day and its sessions. Plain links and one plain form: it works before any script. */
export async function SessionPicker(props: Props) {
  const { locale, action, fields, date, min, max, isMuhurat, hrefOfDate, calendarHref, children } = props;
  const t = await getTranslations({ locale, namespace: "booking.pick" });
  const calendar = await getTranslations({ locale, namespace: "calendar" });
  const before = addDays(date, -1);
  const after = addDays(date, 1);
  return (
    <Card id="pick" className="scroll-mt-4">
      <Form action={action} scroll={false} className="flex items-end gap-2">
        {fields}
        <div className="min-w-0 flex-1">
          <TextField
            key={date}
            label={t("date")}
            type="date"
            name="date"
            min={min}
            max={max}
            defaultValue={date}
            required
          />
        </div>
        <button type="submit" className={button({ tone: "secondary", class: "min-h-12" })}>
          {t("show")}
        </button>
      </Form>
      <div className="mt-5 flex items-center justify-between gap-2">
        <DayLink href={before >= min ? hrefOfDate(before) : null} label={t("dayBefore")} sign="‹" />
        <div className="text-center">
          <h2 className="text-xl">{formatDate(date, locale)}</h2>
          {isMuhurat ? <Tag tone="auspicious">{calendar("muhuratTag")}</Tag> : null}
        </div>
        <DayLink href={after <= max ? hrefOfDate(after) : null} label={t("dayAfter")} sign="›" />
      </div>
      <div className="mt-3">{children ?? <Notice title={t("none")}>{t("noneHint")}</Notice>}</div>
      <p className="mt-4">
        <Link href={calendarHref} className="text-link inline-flex min-h-11 items-center">
          {t("calendar")}
        </Link>
      </p>
    </Card>
  );
}

function DayLink({ href, label, sign }: { href: string | null; label: string; sign: string }) {
  const look = "size-11 px-0 text-xl";
  if (!href) return <span aria-hidden="true" className="size-11" />;
  return (
    <LinkButton href={href} scroll={false} tone="secondary" className={look} aria-label={label}>
      <span aria-hidden="true">{sign}</span>
    </LinkButton>
  );
}
