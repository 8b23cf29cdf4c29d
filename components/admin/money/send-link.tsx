"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { Locale } from "@/lib/core/locale";
import { formatMoney, type Paise } from "@/lib/core/money";
import { readAmount } from "@/lib/core/read-amount";
import type { Messages } from "@/lib/i18n/load-messages";
import { fill } from "@/lib/i18n/plain-text";
import { cancelPaymentLinkAction, sendPaymentLinkAction } from "@/lib/payments/actions";
import { useAct } from "../use-act";
import { AmountField } from "./amount-field";

export type LinkWords = Messages["admin"]["money"]["link"] & { badAmount: string; offline: string };

type SendProps = { bookingId: string; suggestedPaise: Paise; locale: Locale; words: LinkWords };

/** An SMS with a page where the family pays online. */
export function SendLink({ bookingId, suggestedPaise, locale, words }: SendProps) {
  const [amount, setAmount] = useState(String(suggestedPaise / 100));
  const { isPending, problem, setProblem, act } = useAct(words.offline);
  const send = async () => {
    const amountPaise = readAmount(amount);
    if (amountPaise === null || amountPaise < 100) return setProblem(words.badAmount);
    const done = await act(() => sendPaymentLinkAction({ bookingId, amountPaise }));
    if (done) toast(fill(words.sent, { amount: formatMoney(done.amountPaise, locale) }));
  };
  return (
    <form
      method="post"
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className="text-ink-2">{words.lead}</p>
      <AmountField label={words.amount} value={amount} onChange={(event) => setAmount(event.target.value)} />
      {problem ? <Notice live tone="problem" title={problem} /> : null}
      <div>
        <Button type="submit" tone="secondary" aria-disabled={isPending}>
          {isPending ? words.sending : words.send}
        </Button>
      </div>
    </form>
  );
}

type OpenProps = { linkId: string; url: string; words: LinkWords };

/** For a link that can still be paid: into a message of one's own, or out of the world. */
export function OpenLinkActions({ linkId, url, words }: OpenProps) {
  const { isPending, problem, act } = useAct(words.offline);
  const copy = async () => {
    await navigator.clipboard.writeText(url).catch(() => undefined);
    toast(words.copied);
  };
  const withdraw = async () => {
    const done = await act(() => cancelPaymentLinkAction({ linkId }));
    if (done) toast(done.status === "paid" ? words.wasPaid : words.withdrawn);
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button tone="quiet" onClick={copy}>
        {words.copy}
      </Button>
      <Button tone="quiet" aria-disabled={isPending} onClick={withdraw}>
        {isPending ? words.withdrawing : words.withdraw}
      </Button>
      {problem ? <Notice live tone="problem" title={problem} /> : null}
    </div>
  );
}
