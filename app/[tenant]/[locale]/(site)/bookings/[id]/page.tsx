import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BookingDocuments } from "@/components/booking/booking-documents";
import { BookingHead } from "@/components/booking/booking-head";
import { ForgetWish } from "@/components/booking/forget-wish";
import { FunctionLines } from "@/components/booking/function-lines";
import { KeepFresh } from "@/components/booking/keep-fresh";
import { LedgerList } from "@/components/booking/ledger-list";
import { Section } from "@/components/booking/section";
import { isLive, shownStatus } from "@/components/booking/status";
import { TermsSummary } from "@/components/booking/terms-summary";
import { Notice } from "@/components/ui/notice";
import { isOpen } from "@/lib/core/booking-status";
import { eventTypes } from "@/lib/core/event-names";
import { formatNumber } from "@/lib/core/money";
import { DOT } from "@/lib/i18n/plain-text";
import { loadOwnBooking } from "../load-own";
import { shownFunctions } from "../shown-functions";
import { BookingActions } from "./booking-actions";
import { BookingPrice } from "./booking-price";
import { isPaidByHand } from "./by-hand";
import { NextStep } from "./next-step";
import { shareLink } from "./share-link";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ waiting?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("bookings");
  return { title: t("one"), robots: { index: false } };
}

export default async function BookingPage({ params, searchParams }: Props) {
  const { id } = await params;
  const own = await loadOwnBooking(id, `/bookings/${id}`);
  const { ctx, booking, venue, ledger } = own;
  const { locale } = ctx;
  const [t, event] = await Promise.all([
    getTranslations({ locale, namespace: "bookings" }),
    getTranslations({ locale, namespace: "booking.event" }),
  ]);
  const status = shownStatus(booking, ctx.now);
  // Once the ledger knows of the money, there is nothing to wait for.
  const isUnpaid = (status === "temp_hold" || status === "expired") && ledger.length === 0;
  const isWaiting = isUnpaid && (await searchParams).waiting !== undefined;
  const type = eventTypes.find((each) => each === booking.eventType);
  return (
    <div className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-5 px-4 py-6 md:px-6">
      <BookingHead
        locale={locale}
        number={booking.number}
        title={booking.eventTitle}
        status={status}
        isOption={booking.isOption}
      />
      {isWaiting ? (
        <Notice live tone="info" title={t("waiting")}>
          {t("waitingHint")}
        </Notice>
      ) : null}
      {isWaiting || isOpen(status) ? (
        <KeepFresh everySeconds={isWaiting || status === "temp_hold" ? 3 : 15} forMinutes={20} />
      ) : null}
      {status === "temp_hold" ? null : (
        <ForgetWish draft={status === "confirmed" || status === "pending" || status === "completed"} />
      )}
      {isWaiting ? null : <NextStep own={own} status={status} />}
      <Section title={t("functions")}>
        <FunctionLines locale={locale} timeZone={venue.timeZone} functions={shownFunctions(own)} />
        <p className="text-ink-2">
          {type ? event(`types.${type}`) : booking.eventType}
          {DOT}
          {t("guests", { count: booking.guests, guests: formatNumber(booking.guests, locale) })}
        </p>
        {booking.specialRequests ? <p className="whitespace-pre-line text-ink-2">{booking.specialRequests}</p> : null}
      </Section>
      <BookingDocuments
        locale={locale}
        bookingId={id}
        venue={venue}
        shareHref={isLive(status) ? await shareLink(own) : null}
      />
      <Section title={t("money")}>
        <BookingPrice own={own} />
        <LedgerList
          locale={locale}
          timeZone={venue.timeZone}
          bookingId={id}
          entries={ledger}
          isByHall={isPaidByHand(ledger)}
        />
      </Section>
      <Section title={t("terms")}>
        <TermsSummary locale={locale} cancellation={booking.terms.cancellation} text={booking.terms.text} />
      </Section>
      <BookingActions own={own} status={status} />
    </div>
  );
}
