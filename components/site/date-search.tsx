import Form from "next/form";
import { button } from "@/components/ui/button";
import { TextField, wholeNumber } from "@/components/ui/text-field";
import type { LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { digits } from "@/lib/i18n/plain-text";

type Props = {
  action: string;
  date: LocalDate | null;
  guests: number | null;
  first: LocalDate;
  last: LocalDate;
  locale: Locale;
  words: Record<"label" | "date" | "guests" | "wrong" | "submit", string>;
};

/** A GET form: the answer has an address, and works without a script. */
export function DateSearch({ action, date, guests, first, last, locale, words }: Props) {
  return (
    <search aria-label={words.label}>
      <Form
        action={action}
        scroll={false}
        className="mt-5 grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-end gap-3 md:max-w-3xl md:grid-cols-[1fr_10rem_auto]"
      >
        <TextField
          id="search-date"
          label={words.date}
          type="date"
          name="date"
          min={first}
          max={last}
          defaultValue={date ?? undefined}
          required
        />
        <TextField
          id="search-guests"
          label={words.guests}
          name="guests"
          {...wholeNumber}
          title={words.wrong}
          placeholder={digits(400, locale)}
          defaultValue={guests ? digits(guests, locale) : undefined}
        />
        <button type="submit" className={button({ size: "lg", class: "col-span-2 min-h-12 py-2 md:col-span-1" })}>
          {words.submit}
        </button>
      </Form>
    </search>
  );
}
