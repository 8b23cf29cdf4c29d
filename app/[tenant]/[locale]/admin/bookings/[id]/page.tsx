import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RequestActions } from "@/components/admin/request-actions";
import { BookingHead } from "@/components/booking/booking-head";
import { FunctionLines } from "@/components/booking/function-lines";
import { KeepFresh } from "@/components/booking/keep-fresh";
import { LedgerList } from "@/components/booking/ledger-list";
import { Section } from "@/components/booking/section";
import { shownStatus } from "@/components/booking/status";
import { loadBooking } from "@/lib/bookings/queries";
import { formatNumber } from "@/lib/core/money";
import { isAppError } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import { findVenueById } from "@/lib/venues/queries";
import { loadAdmin } from "@/lib/web/load-admin";
import { BookingFamily } from "./family";
import { BookingHistory } from "./history";
import { BookingMoney } from "./money";

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
  const [t, { admin }, place] = await Promise.all([
    getTranslations({ locale, namespace: "bookings" }),
    loadMessages(locale),
    findVenueById(ctx.tenant, venue.id),
  ]);
  const status = shownStatus(booking, now);
  const isLapsed = status === "expired" && booking.startsAt > now;
  const isOpen = status === "pending" && booking.approvedAt === null;
  const shown = functions.map((one) => ({
    ...one,
    slotName: place?.slots.find(({ id }) => id === one.slotId)?.name ?? null,
    period: { startsAt: one.startsAt, endsAt: one.endsAt },
  }));
  return (
    <div className="grid max-w-6xl gap-5">
      <KeepFresh everySeconds={15} forMinutes={480} />
      <BookingHead locale={locale} number={booking.number} title={booking.eventTitle} status={status} />
      {isOpen || isLapsed ? (
        <RequestActions
          bookingId={booking.id}
          number={booking.number}
          isLapsed={isLapsed}
          words={{ ...admin.requests, offline: admin.offline }}
        />
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-5">
          <Section title={t("functions")}>
            <FunctionLines locale={locale} timeZone={venue.timeZone} functions={shown} />
            <p className="text-ink-2">
              {t("guests", { count: booking.guests, guests: formatNumber(booking.guests, locale) })}
            </p>
            {booking.specialRequests ? (
              <p className="whitespace-pre-line text-ink-2">{booking.specialRequests}</p>
            ) : null}
          </Section>
          <BookingHistory view={view} locale={locale} now={now} />
        </div>
        <div className="grid gap-5">
          <BookingFamily view={view} locale={locale} />
          <Section title={admin.booking.money}>
            <BookingMoney view={view} locale={locale} />
            <LedgerList
              locale={locale}
              timeZone={venue.timeZone}
              bookingId={booking.id}
              entries={ledger}
              isByHall={ledger.every((entry) => entry.kind === "refund" || entry.method !== "razorpay")}
            />
          </Section>
        </div>
      </div>
    </div>
  );
}
