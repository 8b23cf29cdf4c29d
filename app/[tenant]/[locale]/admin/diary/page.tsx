import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { type DiaryQuery, diaryHref, parseDiary } from "@/components/admin/diary/address";
import { LiveDiary } from "@/components/admin/diary/live-diary";
import type { DiaryVenue, DiaryWords } from "@/components/admin/diary/types";
import { PageHeader } from "@/components/admin/page-header";
import { PrintButton } from "@/components/booking/print-button";
import { LinkButton } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { loadDiary } from "@/lib/bookings/load-diary";
import { rangeOf } from "@/lib/core/diary";
import { formatDate, formatMonth } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import { todayIn } from "@/lib/core/period";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { listVenues } from "@/lib/venues/queries";
import type { Venue } from "@/lib/venues/types";
import { loadAdmin } from "@/lib/web/load-admin";
import { DiaryControls } from "./diary-controls";
import { YearStrip } from "./year-strip";
import "./diary.css";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.diary");
  return { title: t("title") };
}

export default async function DiaryPage({ searchParams }: Props) {
  const ctx = await loadAdmin("diary.read");
  const { locale, now, tenant } = ctx;
  const [venues, raw, messages] = await Promise.all([listVenues(tenant), searchParams, loadMessages(locale)]);
  const venue = venues.find(({ slug }) => slug === raw.venue) ?? venues[0];
  if (!venue) notFound();
  const today = todayIn(now, venue.settings.timeZone);
  const query = { ...parseDiary(raw, today), venue: venues.length > 1 ? venue.slug : null };
  const path = localePath(locale, "/admin/diary");
  const diary = await loadDiary(ctx, venue, rangeOf(query.view, query.date));
  const words: DiaryWords = {
    ...messages.admin.diary,
    left: messages.admin.requests,
    functions: messages.booking.functions,
    clock: messages.calendar.time,
    noAnswer: messages.admin.offline,
  };
  const title = titleOf(query, locale);
  return (
    <div className="d-page">
      <PageHeader
        title={title}
        actions={
          <>
            <PrintButton label={words.print} />
            <LinkButton href={localePath(locale, "/admin/new")}>{words.newBooking}</LinkButton>
          </>
        }
      />
      <DiaryControls {...{ path, query, today, words, venues, locale }} />
      <Suspense key={query.date.slice(0, 4)} fallback={<Skeleton lines={1} label={words.loading} />}>
        <YearStrip
          {...{ ctx, venue, words }}
          month={query.date.slice(0, 7)}
          hrefOf={(month) => diaryHref(path, { ...query, view: "month", date: `${month}-01` })}
        />
      </Suspense>
      <LiveDiary
        key={venue.id}
        look={{ locale, words, today, venue: toDiaryVenue(venue) }}
        timeZone={venue.settings.timeZone}
        now={now.getTime()}
        {...{ query, path, title, diary }}
      />
    </div>
  );
}

function titleOf({ view, date }: DiaryQuery, locale: Locale): string {
  if (view === "month") return formatMonth(date.slice(0, 7), locale);
  const { from, to } = rangeOf(view, date);
  const first = formatDate(from, locale, "long");
  const [day = "", ...rest] = first.split(" ");
  const last = formatDate(to, locale, "long");
  return last.endsWith(rest.join(" ")) ? `${day}–${last}` : `${first} – ${last}`;
}

function toDiaryVenue({ id, name, spaces, slots, settings }: Venue): DiaryVenue {
  const { setupMinutes, cleanupMinutes, customTimes } = settings;
  return {
    ...{ id, name, setupMinutes, cleanupMinutes, hasOwnTimes: customTimes !== "none" },
    spaces: spaces.map(({ id, name, capacity, partIds }) => ({ id, name, capacity, partIds })),
    slots: slots.map(({ id, name, spaceIds, startTime, lengthMinutes, weekdays }) => ({
      ...{ id, name, spaceIds, startTime, lengthMinutes, weekdays },
    })),
  };
}
