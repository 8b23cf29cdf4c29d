"use client";

import { useEffect, useRef, useState } from "react";
import { callAction } from "@/components/booking/call-action";
import { Button, LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { TakenBooking } from "@/lib/bookings/types";
import { formatDay } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { formatPhone, parsePhone } from "@/lib/core/phone";
import { localePath } from "@/lib/i18n/paths";
import { digits, fill } from "@/lib/i18n/plain-text";
import { sendPaymentLinkAction } from "@/lib/payments/actions";
import type { DeskWords } from "./words";

type Props = {
  taken: TakenBooking;
  /** The customer is to pay by a link. */
  sendsLink: boolean;
  timeZone: string;
  words: DeskWords;
  locale: Locale;
  onAnother: () => void;
};

/** It is written: its number, what the customer is told, and what to do next. */
export function Taken({ taken, sendsLink, timeZone, words, locale, onAnother }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { bookingId, number, status, payment, holdExpiresAt } = taken;
  const until = holdExpiresAt ? formatDay(new Date(holdExpiresAt), locale, timeZone) : "";
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "n" || event.ctrlKey || event.metaKey || event.altKey) return;
      // Or the letter would be the first of the next phone number.
      event.preventDefault();
      onAnother();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onAnother]);
  return (
    <section className="grid max-w-2xl gap-4 rounded-card border border-rule-2 border-l-4 border-l-tulsi bg-tulsi-soft p-5">
      <h2 ref={heading} tabIndex={-1} className="text-2xl outline-none">
        {number}
      </h2>
      <p role="status" className="text-[1.125rem] font-semibold">
        {status === "confirmed" ? words.confirmed : fill(words.keptUntil, { until })}
      </p>
      {payment ? (
        <p>
          {fill(words.received, { amount: formatMoney(payment.amountPaise, locale), receipt: payment.receiptNumber })}
        </p>
      ) : null}
      <p className="text-ink-2">
        {fill(words.sms, { phone: digits(formatPhone(parsePhone(taken.phone) ?? taken.phone), locale) })}
      </p>
      {sendsLink ? <PayLink bookingId={bookingId} amountPaise={taken.advancePaise} {...{ words, locale }} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={onAnother}>{words.another}</Button>
        {payment ? (
          <LinkButton
            tone="secondary"
            href={localePath(locale, `/bookings/${bookingId}/receipts/${payment.paymentId}`)}
          >
            {words.printReceipt}
          </LinkButton>
        ) : null}
        <LinkButton tone="secondary" href={localePath(locale, `/admin/bookings/${bookingId}`)}>
          {words.open}
        </LinkButton>
      </div>
    </section>
  );
}

type LinkProps = { bookingId: string; amountPaise: number; words: DeskWords; locale: Locale };

/** The booking stands whatever the gateway says; a link that did not go out can be sent again. */
function PayLink({ bookingId, amountPaise, words, locale }: LinkProps) {
  const [state, setState] = useState<{ kind: "sending" | "sent" } | { kind: "failed"; message: string }>({
    kind: "sending",
  });
  const send = useRef(async () => {
    setState({ kind: "sending" });
    const outcome = await callAction(() =>
      sendPaymentLinkAction({ bookingId, ...(amountPaise > 0 ? { amountPaise } : {}) }),
    );
    if (outcome.kind === "done") return setState({ kind: "sent" });
    setState({ kind: "failed", message: outcome.kind === "refused" ? outcome.message : words.offline });
  });
  const wasSent = useRef(false);
  useEffect(() => {
    if (wasSent.current) return;
    wasSent.current = true;
    void send.current();
  }, []);
  if (state.kind === "failed") {
    return (
      <Notice live tone="problem" title={state.message}>
        <Button tone="secondary" onClick={() => void send.current()}>
          {words.linkAgain}
        </Button>
      </Notice>
    );
  }
  const amount = formatMoney(amountPaise, locale);
  return <p role="status">{fill(state.kind === "sent" ? words.linkSent : words.linkSending, { amount })}</p>;
}
