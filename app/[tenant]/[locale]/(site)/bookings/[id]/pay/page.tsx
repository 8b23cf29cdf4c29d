import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AskAtHall } from "@/components/booking/ask-at-hall";
import { FunctionLines } from "@/components/booking/function-lines";
import { HoldTimer } from "@/components/booking/hold-timer";
import { KeepFresh } from "@/components/booking/keep-fresh";
import { LeaveWhenChanged } from "@/components/booking/leave-when-changed";
import { PayPanel } from "@/components/booking/pay-panel";
import { ReleaseHold } from "@/components/booking/release-hold";
import { ScriptNeeded } from "@/components/booking/script-needed";
import { Section } from "@/components/booking/section";
import { shownStatus } from "@/components/booking/status";
import { StepFrame } from "@/components/booking/step-frame";
import { stepHref } from "@/components/booking/wish";
import { wishOfBooking } from "@/components/booking/wish-of-booking";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { env } from "@/lib/env";
import { localePath } from "@/lib/i18n/paths";
import { loadOwnBooking } from "../../load-own";
import { shownFunctions } from "../../shown-functions";
import { payOptions, payWords } from "./pay-words";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("booking.pay");
  return { title: t("title"), robots: { index: false } };
}

export default async function PayPage({ params }: Props) {
  const { id } = await params;
  const own = await loadOwnBooking(id, `/bookings/${id}/pay`);
  const { ctx, booking, venue, place, paidPaise } = own;
  const { locale } = ctx;
  const bookingHref = localePath(locale, `/bookings/${id}`);
  const status = shownStatus(booking, ctx.now);
  const [t, next, options, words] = await Promise.all([
    getTranslations({ locale, namespace: "booking.pay" }),
    getTranslations({ locale, namespace: "bookings.next" }),
    payOptions(own),
    payWords(locale),
  ]);
  const isHeld = status === "temp_hold";
  const mayRequest = isHeld && (place.settings.payAtHall || place.settings.confirmation === "approval");
  if (status === "expired" || status === "cancelled" || status === "rejected" || options.length === 0)
    redirect(bookingHref);
  const wish = wishOfBooking(own);
  return (
    <StepFrame
      locale={locale}
      step="pay"
      wish={null}
      title={isHeld ? t("heldTitle") : t("title")}
      lead={t("lead", { number: booking.number, title: booking.eventTitle })}
    >
      <KeepFresh everySeconds={isHeld ? 5 : 15} forMinutes={20} />
      <ScriptNeeded locale={locale} phone={place.phone} />
      <LeaveWhenChanged status={status} href={bookingHref} />
      {isHeld && booking.holdExpiresAt ? (
        <Card tone="auspicious">
          <HoldTimer
            endsAt={booking.holdExpiresAt.toISOString()}
            serverNow={ctx.now.toISOString()}
            locale={locale}
            words={words.timer}
          />
          <p>{t("heldHint")}</p>
        </Card>
      ) : null}
      {isHeld && paidPaise > 0 ? (
        <Notice
          title={next("partPaid", {
            paid: formatMoney(paidPaise, locale),
            missing: formatMoney(booking.advancePaise - paidPaise, locale),
          })}
        />
      ) : null}
      {place.settings.confirmation === "advance_paid_and_approval" && isHeld ? (
        <Notice title={t("thenApproval")} />
      ) : null}
      <PayPanel
        bookingId={id}
        hallName={textIn(ctx.tenant.name, locale)}
        checkoutUrl={env().RAZORPAY_CHECKOUT_URL}
        bookingHref={bookingHref}
        options={options}
        words={words.pay}
      >
        <Section title={t("what")}>
          <FunctionLines locale={locale} timeZone={venue.timeZone} functions={shownFunctions(own)} />
          {isHeld ? (
            <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2">
              <Link href={stepHref(locale, "when", wish)} className="text-link inline-flex min-h-11 items-center">
                {t("change")}
              </Link>
              <ReleaseHold bookingId={id} words={words.release} then={bookingHref} />
            </div>
          ) : null}
        </Section>
        {mayRequest ? (
          <Section title={t("atHall")}>
            <p className="text-ink-2">{t("atHallHint")}</p>
            <AskAtHall
              bookingId={id}
              bookingHref={bookingHref}
              tone={place.settings.confirmation === "approval" ? "primary" : "secondary"}
              words={words.ask}
            />
          </Section>
        ) : null}
      </PayPanel>
    </StepFrame>
  );
}
