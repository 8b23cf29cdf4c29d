import { MuhuratForm } from "@/components/admin/setup/muhurat-form";
import { RemoveMuhurat } from "@/components/admin/setup/remove-muhurat";
import { EmptyState } from "@/components/ui/empty-state";
import { dayWords } from "@/lib/i18n/day-words";
import { listOwnMuhurat } from "@/lib/venues/load-set-up";
import { loadRoom, type RoomProps } from "../load-room";
import { Room } from "../room";
import { titled } from "../room-metadata";

export const generateMetadata = titled("muhurat");

export default async function MuhuratPage(props: RoomProps) {
  const { ctx, set, words, locale } = await loadRoom(props);
  const venueId = set.book.venue.id;
  const dates = await listOwnMuhurat(ctx, venueId);
  const w = words.muhurat;
  return (
    <Room section="muhurat" words={words} locale={locale} set={set}>
      <MuhuratForm words={words} locale={locale} venueId={venueId} />
      <h2 className="mt-10 mb-3 text-xl">{w.list}</h2>
      {dates.length === 0 ? <EmptyState title={w.none}>{w.noneHint}</EmptyState> : null}
      <ul className="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
        {dates.map(({ date, source }) => {
          const day = dayWords(date, locale);
          return (
            <li key={date} className="flex flex-wrap items-center justify-between gap-2 border-rule border-b">
              <span>
                {day} {source ? <span className="text-[0.9375rem] text-ink-2">{source}</span> : null}
              </span>
              <RemoveMuhurat words={words} locale={locale} venueId={venueId} date={date} about={day} />
            </li>
          );
        })}
      </ul>
    </Room>
  );
}
