"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type MouseEvent, useCallback, useMemo, useRef, useState } from "react";
import { callAction } from "@/components/booking/call-action";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { moveFunctionAction } from "@/lib/bookings/actions";
import { type Diary, rangeOf, rowsOf, stillStands, weeksOf } from "@/lib/core/diary";
import type { LocalDate } from "@/lib/core/local-date";
import { localePath } from "@/lib/i18n/paths";
import { fill } from "@/lib/i18n/plain-text";
import { type DiaryQuery, diaryHref, turned } from "./address";
import { placeWords } from "./bar-words";
import { cellOf } from "./cells";
import { DayList } from "./day-list";
import { MoveBar } from "./move-bar";
import { MoveDialog, type Moved } from "./move-dialog";
import { placeAt, placeOf, placeUntil } from "./place-at";
import { PrintTable } from "./print-table";
import type { DiaryLook, Move } from "./types";
import { useBarDrag } from "./use-bar-drag";
import { useCarry } from "./use-carry";
import { useDiaryKeys } from "./use-diary-keys";
import { useLiveDiary, useNow } from "./use-live-diary";
import { useWide } from "./use-wide";
import { WeekBlock } from "./week-block";

type Props = {
  look: DiaryLook;
  query: DiaryQuery;
  /** The diary's own address, without a query. */
  path: string;
  title: string;
  timeZone: string;
  /** What the server knew when it wrote the page, and that instant in milliseconds. */
  diary: Diary;
  now: number;
};

/** The diary of a venue: drawn by the server first, then kept as it is now, and changed by hand. */
export function LiveDiary(props: Props) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Board {...props} />
    </QueryClientProvider>
  );
}

function Board({ look, query, path, title, timeZone, ...initial }: Props) {
  const { words, venue, locale } = look;
  const { view, date } = query;
  const router = useRouter();
  const root = useRef<HTMLElement>(null);
  const now = useNow(initial.now);
  const { from, to } = rangeOf(view, date);
  const { diary, since, again } = useLiveDiary(venue.id, from, to, initial.diary, initial.now);
  const [move, setMove] = useState<Move | null>(null);
  const isWide = useWide();

  const bars = useMemo(() => diary.bars.filter((bar) => stillStands(bar, now)), [diary, now]);
  const rows = useMemo(() => rowsOf(venue.spaces, { ...diary, bars }), [venue.spaces, diary, bars]);
  const muhurat = useMemo(() => new Set(diary.muhurat), [diary.muhurat]);
  const hrefOf = useCallback((id: string) => localePath(locale, `/admin/bookings/${id}`), [locale]);
  const newHref = useCallback(
    (space: string, day: LocalDate, session: string) =>
      localePath(locale, `/admin/new?${new URLSearchParams({ venue: venue.id, space, session, date: day })}`),
    [locale, venue.id],
  );

  const barOf = (id: string) => bars.find((bar) => bar.id === id);
  const ask = (barId: string, place: (bar: NonNullable<ReturnType<typeof barOf>>) => Move["to"]) => {
    const bar = barOf(barId);
    if (bar) setMove({ bar, to: place(bar) });
  };
  useBarDrag(root, isWide !== false, (drop) =>
    ask(drop.barId, (bar) =>
      drop.kind === "move" ? placeAt(bar, drop.cell, venue) : placeUntil(bar, drop.lastDay, venue),
    ),
  );
  const carry = useCarry({
    root,
    ...{ spaces: venue.spaces, from, to },
    onPut: (bar, cell) => setMove({ bar, to: placeAt(bar, cell, venue) }),
  });
  const keys = useDiaryKeys({
    root,
    onTakeUp: (id) => carry.take(barOf(id)),
    onTurn: (by) => router.push(diaryHref(path, turned(query, by)), { scroll: false }),
  });
  /** While a booking is being moved by clicks, the first click takes it and the second puts it down. */
  const onClick = (event: MouseEvent) => {
    const element = event.target instanceof Element ? event.target : null;
    const barId = element?.closest<HTMLElement>("[data-bar]")?.dataset.bar;
    const cell = cellOf(element);
    if (carry.isPicking && barId) {
      event.preventDefault();
      carry.take(barOf(barId));
    } else if (carry.bar && cell) {
      event.preventDefault();
      carry.put(cell);
    }
  };

  const close = () => {
    const id = move?.bar.id;
    setMove(null);
    carry.stop();
    if (id) requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`[data-bar="${id}"]`)?.focus());
  };
  const onMoved = async (moved: Moved) => {
    close();
    await again();
    toast(fill(words.moved, { title: moved.bar.title, place: placeWords(moved.to, look) }), {
      ...(moved.mayUndo ? { undo: { label: words.undo, run: () => void putBack(moved) } } : {}),
    });
  };
  const putBack = async ({ bar, functionId, version }: Moved) => {
    const { bookingId, totalPaise: shownTotalPaise } = bar;
    const answer = await callAction(() =>
      moveFunctionAction({ bookingId, functionId, to: placeOf(bar), version, shownTotalPaise }),
    );
    await again();
    if (answer.kind === "done") return toast(fill(words.undone, { title: bar.title }));
    toast(answer.kind === "refused" ? answer.message : words.noAnswer, { tone: "problem" });
  };

  const shared = { now, look, hrefOf, newHref };
  return (
    <>
      {since ? (
        <Notice live tone="warning" title={fill(words.asOf, { time: timeOn(since, locale, timeZone) })} />
      ) : null}
      {isWide === false ? null : (
        <div className="d-screen max-md:hidden">
          <MoveBar carry={carry} look={look} />
          <section
            ref={root}
            data-diary
            data-carrying={carry.bar ? "" : undefined}
            aria-label={title}
            onClickCapture={onClick}
            onKeyDownCapture={carry.onKeyDown}
            onKeyDown={keys.onKeyDown}
            onFocus={keys.onFocus}
          >
            {weeksOf(view, date).map((monday) => (
              <WeekBlock
                key={monday}
                {...{ monday, view, rows, muhurat, month: date.slice(0, 7) }}
                movingId={carry.bar?.id ?? null}
                {...shared}
              />
            ))}
          </section>
        </div>
      )}
      {isWide === true ? null : (
        <DayList
          {...shared}
          {...{ rows, muhurat, view, date, title }}
          onMove={(bar) => setMove({ bar, to: placeOf(bar) })}
        />
      )}
      <PrintTable {...{ look, rows, muhurat, from, to, title, view, date }} />
      {move ? <MoveDialog {...{ move, look, timeZone }} onMoved={onMoved} onClose={close} /> : null}
    </>
  );
}

function timeOn(at: number, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone }).format(at);
}
