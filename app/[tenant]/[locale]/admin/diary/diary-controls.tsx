import Link from "next/link";
import { type DiaryQuery, diaryHref, turned } from "@/components/admin/diary/address";
import type { DiaryWords } from "@/components/admin/diary/types";
import { Button, LinkButton } from "@/components/ui/button";
import { control } from "@/components/ui/field";
import type { LocalDate } from "@/lib/core/local-date";
import { type Locale, textIn } from "@/lib/core/locale";
import type { Venue } from "@/lib/venues/types";

type Props = {
  path: string;
  query: DiaryQuery;
  today: LocalDate;
  words: DiaryWords;
  venues: readonly Venue[];
  locale: Locale;
};

/** Which week or month of which venue: links and one small form, so that each has an address. */
export function DiaryControls({ path, query, today, words, venues, locale }: Props) {
  const step = (by: 1 | -1) => diaryHref(path, turned(query, by));
  const isWeek = query.view === "week";
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3 print:hidden">
      <nav aria-label={words.views} className="flex overflow-hidden rounded-card border border-edge">
        {(["week", "month"] as const).map((view) => (
          <Link
            key={view}
            href={diaryHref(path, { ...query, view })}
            aria-current={view === query.view ? "true" : undefined}
            className="grid min-h-11 place-items-center px-4 aria-[current]:bg-ink aria-[current]:text-paper"
          >
            {words[view]}
          </Link>
        ))}
      </nav>
      <nav aria-label={words.turn} className="flex gap-1">
        <LinkButton tone="secondary" href={step(-1)} aria-label={isWeek ? words.weekBefore : words.monthBefore}>
          <span aria-hidden="true">←</span>
        </LinkButton>
        <LinkButton tone="secondary" href={diaryHref(path, { ...query, date: today })}>
          {words.today}
        </LinkButton>
        <LinkButton tone="secondary" href={step(1)} aria-label={isWeek ? words.weekAfter : words.monthAfter}>
          <span aria-hidden="true">→</span>
        </LinkButton>
      </nav>
      <form action={path} className="flex gap-2">
        <input type="hidden" name="view" value={query.view} />
        {query.venue ? <input type="hidden" name="venue" value={query.venue} /> : null}
        <input
          key={query.date}
          type="date"
          name="date"
          required
          aria-label={words.date}
          defaultValue={query.date}
          className={`${control} !min-h-11 !w-auto`}
        />
        <Button type="submit" tone="secondary">
          {words.goTo}
        </Button>
      </form>
      {venues.length > 1 ? (
        <nav aria-label={words.venue} className="flex flex-wrap gap-1">
          {venues.map(({ id, slug, name }) => (
            <LinkButton
              key={id}
              tone={slug === query.venue ? "secondary" : "quiet"}
              aria-current={slug === query.venue ? "true" : undefined}
              href={diaryHref(path, { ...query, venue: slug })}
            >
              {textIn(name, locale)}
            </LinkButton>
          ))}
        </nav>
      ) : null}
    </div>
  );
}
