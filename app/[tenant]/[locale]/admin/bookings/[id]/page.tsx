import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { NoteList } from "@/components/admin/bookings/note-list";
import { BookingHead } from "@/components/booking/booking-head";
import { FunctionLines } from "@/components/booking/function-lines";
import { KeepFresh } from "@/components/booking/keep-fresh";
import { LedgerList } from "@/components/booking/ledger-list";
import { Section } from "@/components/booking/section";
import { shownStatus } from "@/components/booking/status";
import { Skeleton } from "@/components/ui/skeleton";
import { listBookingNotes } from "@/lib/bookings/list-notes";
import { loadBooking } from "@/lib/bookings/queries";
import { formatNumber } from "@/lib/core/money";
import { mayDo } from "@/lib/core/permissions";
import { isAppError } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import { findVenueById } from "@/lib/venues/queries";
import { loadAdmin } from "@/lib/web/load-admin";
import { BookingActions } from "./actions";
import { BookingFamily } from "./family";
import { GiveBackNotice } from "./give-back-notice";
import { BookingHistory } from "./history";
import { BookingLines } from "./lines";
import { BookingMessages } from "./messages";
import { BookingMoney } from "./money";
import { OptionNotice } from "./option-notice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("bookings");
  return { title: t("one") };
}

export default async function AdminBookingPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await loadAdmin("booking.read");
  const view = await loadBooking(ctx, (await params).id).catch((error: unknown) => {
    if (isAppError(error, "NOT_FOUND")) notFound();
    throw error;
  });
  const { booking, venue, functions, ledger } = view;
  const { locale, now } = ctx;
  const [t, { admin }, place, notes] = await Promise.all([
    getTranslations({ locale, namespace: "bookings" }),
    loadMessages(locale),
    findVenueById(ctx.tenant, venue.id),
    listBookingNotes(ctx, booking.id),
  ]);
  const status = shownStatus(booking, now);
  const shown = functions.map((one) => ({
    ...one,
    slotName: place?.slots.find(({ id }) => id === one.slotId)?.name ?? null,
    period: { startsAt: one.startsAt, endsAt: one.endsAt },
  }));
  return (
    <div className="grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-5">
      <KeepFresh everySeconds={15} forMinutes={480} />
      <BookingHead
        locale={locale}
        number={booking.number}
        title={booking.eventTitle}
        status={status}
        isOption={booking.isOption}
        forHall
      />
      {booking.isOption && status === "pending" ? <OptionNotice view={view} locale={locale} now={now} /> : null}
      <GiveBackNotice view={view} locale={locale} mayGive={mayDo(ctx.actor, "refund.create")} />
      <BookingActions ctx={ctx} view={view} status={status} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 max-lg:contents">
          <Section title={t("functions")}>
            <FunctionLines locale={locale} timeZone={venue.timeZone} functions={shown} />
            <p className="text-ink-2">
              {t("guests", { count: booking.guests, guests: formatNumber(booking.guests, locale) })}
            </p>
            {booking.specialRequests ? (
              <p className="whitespace-pre-line text-ink-2">{booking.specialRequests}</p>
            ) : null}
          </Section>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-5 max-lg:order-2">
            <NoteList
              notes={notes}
              subject={{ bookingId: booking.id }}
              userId={ctx.actor.userId}
              locale={locale}
              timeZone={venue.timeZone}
              now={now}
            />
            <Suspense fallback={<Skeleton label={admin.today.loading} />}>
              <BookingMessages ctx={ctx} bookingId={booking.id} timeZone={venue.timeZone} />
            </Suspense>
          </div>
        </div>
        <div className="grid gap-5 max-lg:contents">
          <BookingFamily view={view} locale={locale} />
          <Section title={admin.booking.money}>
            <BookingMoney view={view} status={status} locale={locale} mayReceive={mayDo(ctx.actor, "payment.record")} />
            <BookingLines view={view} locale={locale} />
            <LedgerList
              locale={locale}
              timeZone={venue.timeZone}
              bookingId={booking.id}
              entries={ledger}
              isByHall={ledger.every((entry) => entry.kind === "refund" || entry.method !== "razorpay")}
              forHall
            />
          </Section>
          <div className="max-lg:order-3">
            <BookingHistory ctx={ctx} view={view} />
          </div>
        </div>
      </div>
    </div>
  );
}
