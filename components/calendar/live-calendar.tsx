"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { formatFunctions } from "@/components/booking/functions-param";
import type { LocalDate } from "@/lib/core/local-date";
import { BookingBar } from "./booking-bar";
import { formatCalendarQuery, parseCalendarQuery, shiftMonth } from "./calendar-query";
import { cellsOf, dayUnder, nearestFree, pickedSlot } from "./cells";
import { longDate } from "./dates";
import { DaySheet } from "./day-sheet";
import { CalendarLegend } from "./legend";
import { MonthGrid } from "./month-grid";
import { MonthNotes } from "./month-notes";
import type { CalendarCell, CalendarDay, CalendarFilter, CalendarSlot, CalendarVenue, CalendarWords } from "./types";
import { useGridKeys } from "./use-grid-keys";
import { useLiveDays } from "./use-live-days";

type Props = {
  venue: CalendarVenue;
  words: CalendarWords;
  /** The page's own address and that of the booking steps, without a query. */
  path: string;
  bookPath: string;
  filter: CalendarFilter;
  /** The months on show, and the first and last day that can be asked for. */
  months: string[];
  /** Has room for one month: the second is known, for what is free nearby, and not drawn. */
  phone: boolean;
  first: LocalDate;
  last: LocalDate;
  today: LocalDate;
  /** What the server knew when it wrote the page: every day's cell, and the chosen day whole. */
  cells: CalendarCell[];
  day: CalendarDay | null;
  /** The version of those days. */
  etag: string;
  /** Instant of that, in milliseconds. */
  now: number;
  /** Stands under the months: what else the server has to say about dates. */
  children?: ReactNode;
};

/** The calendar: links that work by themselves, kept fresh and answered at once where there is a script. */
export function LiveCalendar(props: Props) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Calendar {...props} />
    </QueryClientProvider>
  );
}

function Calendar(props: Props) {
  const { venue, words, path, filter, months, first, last, today } = props;
  const router = useRouter();
  const root = useRef<HTMLDivElement>(null);
  const query = parseCalendarQuery(Object.fromEntries(useSearchParams()));
  const now = useNow(props.now);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);

  const [from = today, to = today] = [months[0], months.at(-1)].map((month, index) =>
    index === 0 ? `${month}-01` : lastOf(month ?? ""),
  );
  const { days: live, load } = useLiveDays(venue.id, from < first ? first : from, to > last ? last : to, props.etag);
  const cells = live ? merge(props.cells, cellsOf(live, filter, venue.spaces)) : props.cells;
  const byDate = new Map(cells.map((cell) => [cell.date, cell]));

  const liveDay = live?.find((each) => each.date === query.date);
  const whole = liveDay ?? (props.day?.date === query.date ? props.day : null);
  const day = whole ? dayUnder(whole, filter, venue.spaces) : null;
  const picked = day ? pickedSlot(day, query.pick, venue) : null;

  const month = months[0] ?? today.slice(0, 7);
  const address = (change: Partial<typeof query>) => path + formatCalendarQuery({ ...filter, month, ...change });
  const hrefOf = (date: LocalDate) => `${address({ date })}#day`;
  const hrefOfSlot = (slot: CalendarSlot) => `${address({ date: query.date, pick: slot })}#day`;
  const monthHref = (by: number) => {
    const other = shiftMonth(month, by);
    return other < first.slice(0, 7) || other > last.slice(0, 7) ? null : address({ month: other, date: null });
  };

  const keys = useGridKeys({
    grids: root,
    first,
    last,
    showMonth: (asked) => router.push(address({ month: asked, date: null }), { scroll: false }),
  });

  /** Answers in place when the day is here already; else the server is asked for the page with it. */
  const follow = (event: MouseEvent, known: boolean, href: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    // Without a connection it is remembered, and shown once there is one again.
    if (known || !navigator.onLine) window.history.pushState(null, "", href.replace(/#.*$/, ""));
    else router.push(href, { scroll: false });
  };
  const onChoose = (event: MouseEvent, date: LocalDate) => {
    keys.setActive(date);
    follow(event, live?.some((each) => each.date === date) ?? false, hrefOf(date));
  };
  const tabStopIn = (shown: string) => {
    if (!ready) return null;
    const inMonth = (date: LocalDate | null) => (date?.startsWith(shown) && byDate.has(date) ? date : null);
    const firstCell = cells.find((cell) => cell.date.startsWith(shown))?.date ?? null;
    return inMonth(keys.active) ?? inMonth(query.date) ?? inMonth(today) ?? firstCell;
  };

  return (
    <div className="cal" ref={root}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the grids inside */}
      <div className="cal-months" onKeyDown={keys.onKeyDown} onPointerEnter={load} onPointerDown={load} onFocus={load}>
        {(props.phone ? months.slice(0, 1) : months).map((shown, index) => (
          <MonthGrid
            key={shown}
            month={shown}
            cells={byDate}
            words={words}
            today={today}
            selected={query.date}
            tabStop={tabStopIn(shown)}
            hrefOf={hrefOf}
            previous={index === 0 ? monthHref(-1) : null}
            next={monthHref(1)}
            onChoose={onChoose}
          />
        ))}
      </div>
      <div className="cal-under">
        <CalendarLegend words={words} />
        <MonthNotes month={month} cells={cells} words={words} hrefOf={hrefOf} onChoose={onChoose} />
        {props.children}
      </div>
      <section id="day" className="cal-sheet" aria-labelledby="day-title">
        {day ? (
          <DaySheet
            day={day}
            nearest={picked ? [] : nearestFree(cells, day.date)}
            hrefOfDay={hrefOf}
            onChoose={onChoose}
            venue={venue}
            words={words}
            picked={picked}
            now={now}
            hrefOf={hrefOfSlot}
            onPick={(event, slot) => follow(event, true, hrefOfSlot(slot))}
          />
        ) : (
          <>
            <h2 id="day-title">{words.chooseDate}</h2>
            <p className="mt-1 text-ink-2">{words.chooseDateHint}</p>
          </>
        )}
      </section>
      {day ? (
        <BookingBar
          date={day.date}
          state={byDate.get(day.date)?.state ?? null}
          slot={picked}
          venue={venue}
          words={words}
          href={bookHref(props, day, picked)}
        />
      ) : null}
      <p role="status" className="sr-only">
        {ready && day ? announcement(day, byDate.get(day.date), words) : ""}
      </p>
    </div>
  );
}

function bookHref({ bookPath, venue, filter }: Props, day: CalendarDay | null, slot: CalendarSlot | null): string {
  if (!day || !slot) return bookPath;
  const [f = ""] = formatFunctions([{ kind: "slot", date: day.date, spaceId: slot.spaceId, slotId: slot.slotId }]);
  const guests = filter.guests ? `&guests=${filter.guests}` : "";
  return `${bookPath}?venue=${encodeURIComponent(venue.slug)}&f=${f}${guests}`;
}

function announcement(day: CalendarDay, cell: CalendarCell | undefined, words: CalendarWords): string {
  return `${longDate(day.date, words)}: ${cell ? words.day[cell.state] : words.noSession}`;
}

/** Cells that came later replace those of the same day. */
function merge(older: CalendarCell[], newer: CalendarCell[]): CalendarCell[] {
  const fresh = new Map(newer.map((cell) => [cell.date, cell]));
  return older.map((cell) => fresh.get(cell.date) ?? cell);
}

function lastOf(month: string): LocalDate {
  const next = shiftMonth(month, 1);
  return new Date(Date.parse(`${next}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** The server's instant first, so that both write the same; then the browser's, every half minute. */
function useNow(initial: number): number {
  const [now, setNow] = useState(initial);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
