import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LinksPanel } from "@/components/admin/money/links-panel";
import { PromisedList } from "@/components/admin/money/promised-list";
import { ReceiveForm } from "@/components/admin/money/receive-form";
import { ReceivedList } from "@/components/admin/money/received-list";
import { ReturnedList } from "@/components/admin/money/returned-list";
import { StandingLine } from "@/components/admin/money/standing-line";
import { Panel } from "@/components/admin/panel";
import { BookingHead } from "@/components/booking/booking-head";
import { isLive, shownStatus } from "@/components/booking/status";
import { LinkButton } from "@/components/ui/button";
import { isOpen } from "@/lib/core/booking-status";
import { mayDo } from "@/lib/core/permissions";
import { isAppError } from "@/lib/errors";
import { localePath } from "@/lib/i18n/paths";
import { listPromised } from "@/lib/payments/ledger-lists";
import { loadBookingMoney } from "@/lib/payments/load-booking-money";
import { loadRoom } from "../../load-room";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.money");
  return { title: t("title") };
}

/** One booking's money: take it, ask for it, give it back, put right what was written wrong. */
export default async function BookingMoneyPage({ params }: { params: Promise<{ id: string }> }) {
  const { ctx, locale, words, methods, messages, path } = await loadRoom();
  const { id } = await params;
  const money = await loadBookingMoney(ctx, id).catch((error: unknown) => {
    if (isAppError(error, "NOT_FOUND")) notFound();
    throw error;
  });
  const promised = await listPromised(ctx, id);
  const { admin, fieldErrors } = messages;
  const status = shownStatus(money, ctx.now);
  const isOver = status === "cancelled" || status === "rejected";
  const advanceDue = money.advancePaise - money.paidPaise;
  const suggestedPaise = isOpen(status) && advanceDue > 0 ? advanceDue : money.duePaise;
  const common = { offline: admin.offline, badAmount: words.receive.badAmount };
  return (
    <div className="grid max-w-6xl gap-5">
      <div className="flex flex-wrap gap-2 print:hidden">
        <LinkButton tone="quiet" href={path()}>
          {words.one.back}
        </LinkButton>
        <LinkButton tone="quiet" href={localePath(locale, `/admin/bookings/${id}`)}>
          {words.one.open}
        </LinkButton>
      </div>
      <BookingHead locale={locale} number={money.number} title={money.eventTitle} status={status} />
      <StandingLine money={money} isOver={isOver || status === "expired"} locale={locale} words={words.one} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="grid gap-5">
          <Panel title={words.receive.title}>
            {isOver ? (
              <p className="text-ink-2">{words.receive.over}</p>
            ) : (
              <ReceiveForm
                bookingId={id}
                locale={locale}
                today={money.today}
                owedPaise={money.duePaise}
                suggestedPaise={suggestedPaise}
                methods={money.methods}
                upiVpa={money.upiVpa}
                words={{ ...words.receive, methods, required: fieldErrors.required, offline: admin.offline }}
              />
            )}
          </Panel>
          <LinksPanel
            bookingId={id}
            links={money.links}
            suggestedPaise={isLive(status) ? suggestedPaise : 0}
            locale={locale}
            timeZone={money.timeZone}
            now={ctx.now}
            words={{ ...words.link, ...common }}
          />
        </div>
        <div className="grid gap-5">
          {promised.length > 0 ? (
            <Panel title={words.one.promised}>
              <PromisedList
                {...{ promised, locale, methods, messages }}
                mayAct={mayDo(ctx.actor, "refund.create")}
                none={words.refunds.nonePromised}
              />
            </Panel>
          ) : null}
          <Panel title={words.one.received}>
            <ReceivedList
              money={money}
              isLive={isLive(status)}
              mayCorrect={mayDo(ctx.actor, "refund.reverse")}
              mayRefund={mayDo(ctx.actor, "refund.create")}
              locale={locale}
              messages={messages}
            />
          </Panel>
          {money.returned.length > 0 ? (
            <Panel title={words.one.returned}>
              <ReturnedList
                returned={money.returned}
                {...{ locale, methods }}
                timeZone={money.timeZone}
                words={words}
              />
            </Panel>
          ) : null}
        </div>
      </div>
    </div>
  );
}
