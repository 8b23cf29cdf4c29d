import { getTranslations } from "next-intl/server";
import { EndYearly, OpenDays } from "@/components/admin/setup/closing-buttons";
import { CloseDaysForm, CloseYearlyForm } from "@/components/admin/setup/closing-forms";
import { Adding } from "@/components/admin/setup/item";
import { spanOf } from "@/components/booking/when";
import { EmptyState } from "@/components/ui/empty-state";
import { listClosures } from "@/lib/bookings/closures";
import { addDays } from "@/lib/core/local-date";
import { textIn } from "@/lib/core/locale";
import { localDateOf, localDateTimeOf } from "@/lib/core/period";
import { dayWords, yearlyDayWords } from "@/lib/i18n/day-words";
import { digits, fill } from "@/lib/i18n/plain-text";
import { loadRoom, type RoomProps } from "../load-room";
import { Room } from "../room";
import { titled } from "../room-metadata";

export const generateMetadata = titled("closed");

export default async function ClosedDaysPage(props: RoomProps) {
  const { ctx, set, words, locale } = await loadRoom(props);
  const { id: venueId, spaces, settings } = set.book.venue;
  const { timeZone } = settings;
  const [closures, t] = await Promise.all([
    listClosures(ctx, venueId),
    getTranslations({ locale, namespace: "calendar" }),
  ]);
  const w = words.closed;
  const named = spaces.map(({ id, name }) => ({ id, name: textIn(name, locale) }));
  const allParts = new Set(spaces.flatMap(({ partIds }) => partIds));
  const whereOf = (partIds: readonly string[]) =>
    partIds.length >= allParts.size
      ? w.everything
      : named
          .filter(({ id }) => partIds.includes(id))
          .map(({ name }) => name)
          .join(", ");

  const whenOf = (startsAt: Date, endsAt: Date) => {
    const isWhole = [startsAt, endsAt].every((at) => localDateTimeOf(at, timeZone).endsWith("T00:00"));
    const first = localDateOf(startsAt, timeZone);
    const last = isWhole ? addDays(localDateOf(endsAt, timeZone), -1) : localDateOf(endsAt, timeZone);
    const days = first === last ? dayWords(first, locale) : `${dayWords(first, locale)} – ${dayWords(last, locale)}`;
    return isWhole ? days : `${days}, ${spanOf({ startsAt, endsAt }, { t, locale, timeZone })}`;
  };

  return (
    <Room section="closed" words={words} locale={locale} set={set}>
      <section aria-labelledby="closed-once">
        <h2 id="closed-once" className="mb-3 text-xl">
          {w.once}
        </h2>
        {closures.once.length === 0 ? <EmptyState title={w.none}>{w.noneHint}</EmptyState> : null}
        <ul className="grid gap-2">
          {closures.once.map(({ id, reason, startsAt, endsAt, partIds }) => {
            const when = whenOf(startsAt, endsAt);
            return (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-rule border-b py-1">
                <span>
                  <b>{when}</b> <span className="text-ink-2">{fill(w.why, { reason, where: whereOf(partIds) })}</span>
                </span>
                <OpenDays words={words} locale={locale} id={id} about={when} />
              </li>
            );
          })}
        </ul>
        <Adding open={w.closeOnce} close={words.close}>
          <CloseDaysForm words={words} locale={locale} venueId={venueId} spaces={named} />
        </Adding>
      </section>
      <section aria-labelledby="closed-yearly" className="mt-10">
        <h2 id="closed-yearly" className="mb-3 text-xl">
          {w.yearly}
        </h2>
        {closures.yearly.length === 0 ? <p className="text-ink-2">{w.noYearly}</p> : null}
        <ul className="grid gap-2">
          {closures.yearly.map(({ id, reason, startsOn, days, spaceId, years }) => {
            const first = yearlyDayWords(startsOn, locale);
            const about = fill(w.fromDay, { date: first, n: digits(days, locale) });
            const where = spaceId ? (named.find((space) => space.id === spaceId)?.name ?? "") : w.everything;
            const done = years.map((at) => digits(localDateOf(at, timeZone).slice(0, 4), locale)).join(", ");
            return (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-rule border-b py-1">
                <span>
                  <b>{about}</b> <span className="text-ink-2">{fill(w.why, { reason, where })}</span>
                  <span className="block text-[0.9375rem] text-ink-2">
                    {done ? fill(w.yearsDone, { years: done }) : w.noYearDone}
                  </span>
                </span>
                <EndYearly words={words} locale={locale} id={id} about={reason} />
              </li>
            );
          })}
        </ul>
        <Adding open={w.closeYearly} close={words.close}>
          <CloseYearlyForm words={words} locale={locale} venueId={venueId} spaces={named} />
        </Adding>
      </section>
    </Room>
  );
}
