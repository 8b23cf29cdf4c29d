import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type Chip, Chips } from "@/components/admin/bookings/chips";
import { Choice, DayChoice } from "@/components/admin/bookings/choice";
import { FilterForm } from "@/components/admin/bookings/filter-form";
import { Summary } from "@/components/admin/bookings/summary";
import { type BookingFilter, SOURCES, settled } from "@/lib/bookings/booking-filter";
import { BOOKING_STATUSES, type BookingStatus } from "@/lib/core/booking-state";
import { type Locale, textIn } from "@/lib/core/locale";
import { localePath } from "@/lib/i18n/paths";
import { digits } from "@/lib/i18n/plain-text";
import type { Venue } from "@/lib/venues/types";
import { hrefWith } from "../read-query";

type Props = {
  filter: BookingFilter;
  counts: Partial<Record<BookingStatus, number>>;
  venues: readonly Venue[];
  colleagues: readonly { userId: string; name: string }[];
  locale: Locale;
};

const WHENS = ["ahead", "past", "all"] as const;
const MONEYS = ["due", "overdue", "paid"] as const;

/** What the list is narrowed to: the search and what is chosen most in sight, the rest one tap away. All in the address. */
export async function BookingFilters({ filter, counts, venues, colleagues, locale }: Props) {
  const [t, statuses, sources] = await Promise.all([
    getTranslations({ locale, namespace: "admin.bookings" }),
    getTranslations({ locale, namespace: "bookings.status" }),
    getTranslations({ locale, namespace: "admin.booking.sources" }),
  ]);
  const path = localePath(locale, "/admin/bookings");
  const { when } = settled(filter);
  const whens = WHENS.map(
    (key): Chip => ({ key, label: t(`whens.${key}`), isOn: when === key, href: hrefWith(path, filter, { when: key }) }),
  );
  const found = BOOKING_STATUSES.filter((key) => counts[key] || filter.status === key).map((key): Chip => {
    const isOn = filter.status === key;
    const count = digits(counts[key] ?? 0, locale);
    return { key, label: statuses(key), count, isOn, href: hrefWith(path, filter, { status: isOn ? undefined : key }) };
  });
  const chosen = venues.find(({ id }) => id === filter.venue);
  const spaces = (chosen ? [chosen] : venues).flatMap((venue) => venue.spaces);
  const more = [filter.venue, filter.space, filter.from, filter.to, filter.money, filter.source, filter.by];
  const set = more.filter((value) => value !== undefined).length;
  const isNarrowed = hrefWith(path, { ...filter, sort: undefined, when: undefined }) !== path;
  return (
    <div className="mb-5 grid gap-3">
      <FilterForm
        path={path}
        show={t("show")}
        search={{ value: filter.q ?? "", label: t("search"), hint: t("searchHint") }}
      >
        <Kept filter={filter} />
        <details open={set > 0}>
          <Summary>
            {t("more")}
            {set > 0 ? <span className="text-brand"> {digits(set, locale)}</span> : null}
          </Summary>
          <div className="grid grid-cols-2 gap-3 pt-1 md:grid-cols-4">
            {venues.length > 1 ? (
              <Choice
                name="venue"
                label={t("venue")}
                any={t("anyVenue")}
                value={filter.venue}
                options={venues.map(({ id, name }) => [id, textIn(name, locale)])}
              />
            ) : null}
            <Choice
              name="space"
              label={t("space")}
              any={t("anySpace")}
              value={filter.space}
              options={spaces.map(({ id, name }) => [id, textIn(name, locale)])}
            />
            <Choice
              name="money"
              label={t("money")}
              any={t("moneys.any")}
              value={filter.money}
              options={MONEYS.map((key) => [key, t(`moneys.${key}`)])}
            />
            <DayChoice name="from" label={t("from")} value={filter.from} />
            <DayChoice name="to" label={t("to")} value={filter.to} />
            <Choice
              name="source"
              label={t("source")}
              any={t("anySource")}
              value={filter.source}
              options={SOURCES.map((key) => [key, sources(key)])}
            />
            <Choice
              name="by"
              label={t("by")}
              any={t("anyone")}
              value={filter.by}
              options={colleagues.map(({ userId, name }) => [userId, name])}
            />
          </div>
        </details>
      </FilterForm>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Chips label={t("when")} chips={whens} />
        {found.length > 0 ? <Chips label={t("status")} chips={found} /> : null}
        {isNarrowed ? (
          <Link href={path} className="text-link inline-flex min-h-11 items-center">
            {t("clear")}
          </Link>
        ) : null}
      </div>
    </div>
  );
}

/** What is chosen by links goes along with what is typed. */
function Kept({ filter: { status, when, sort } }: { filter: BookingFilter }) {
  return Object.entries({ status, when, sort }).map(([name, value]) =>
    value ? <input key={name} type="hidden" name={name} value={value} /> : null,
  );
}
