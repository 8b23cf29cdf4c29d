import Form from "next/form";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { WantedFunction } from "@/lib/bookings/input";
import type { LocalDate } from "@/lib/core/local-date";
import { type Locale, textIn } from "@/lib/core/locale";
import type { Venue } from "@/lib/venues/types";

type Props = {
  locale: Locale;
  venue: Venue;
  action: string;
  fields: ReactNode;
  date: LocalDate;
  current: WantedFunction | undefined;
};

/** Times of one's own, where the venue lets families choose them. The page turns the answer into a function. */
export async function CustomTimes({ locale, venue, action, fields, date, current }: Props) {
  const t = await getTranslations({ locale, namespace: "booking.custom" });
  // Times that are changed begin as they are.
  const own = current && "startsAt" in current ? current : null;
  return (
    <details open={own !== null} className="rounded-card border border-rule bg-card p-4">
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t("title")}</summary>
      <Form action={action} className="mt-3 grid grid-cols-1 gap-4">
        {fields}
        <Select label={t("space")} name="space" defaultValue={own?.spaceId}>
          {venue.spaces.map((space) => (
            <option key={space.id} value={space.id}>
              {textIn(space.name, locale)}
            </option>
          ))}
        </Select>
        <TextField
          label={t("start")}
          type="datetime-local"
          name="start"
          defaultValue={own?.startsAt ?? `${date}T16:00`}
          required
        />
        <TextField
          label={t("end")}
          type="datetime-local"
          name="end"
          defaultValue={own?.endsAt ?? `${date}T22:00`}
          required
        />
        <button type="submit" className={button({ tone: "secondary" })}>
          {t("add")}
        </button>
      </Form>
    </details>
  );
}
