"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogEnd } from "@/components/ui/dialog-end";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { Locale } from "@/lib/core/locale";
import { formatMoney, type Paise } from "@/lib/core/money";
import { HAND_METHODS, type HandMethod } from "@/lib/core/payment-method";
import type { Messages } from "@/lib/i18n/load-messages";
import { fill } from "@/lib/i18n/plain-text";
import { payBackAction, retryRefundAction } from "@/lib/payments/actions";
import { useAct } from "../use-act";
import { MethodChoice, type MethodWords } from "./method-choice";

export type PromisedWords = Messages["admin"]["money"]["refunds"] & {
  methods: MethodWords;
  method: string;
  reference: string;
  keep: string;
  offline: string;
};
type Props = {
  requestId: string;
  number: string;
  amountPaise: Paise;
  hasFailed: boolean;
  locale: Locale;
  words: PromisedWords;
};

/** What can be done about money that waits to go back: the gateway once more, or a hand. */
export function PromisedActions(props: Props) {
  const { number, amountPaise, hasFailed, locale, words } = props;
  const amount = formatMoney(amountPaise, locale);
  return (
    <div className="flex flex-wrap gap-2">
      {hasFailed ? <Retry {...props} /> : null}
      <Dialog title={fill(words.handTitle, { amount, number })} trigger={words.hand}>
        {(close) => <PayBackForm {...props} close={close} />}
      </Dialog>
    </div>
  );
}

function Retry({ requestId, number, amountPaise, locale, words }: Props) {
  const [isAsked, setAsked] = useState(false);
  const { isPending, problem, act } = useAct(words.offline);
  const retry = async () => {
    const done = await act(() => retryRefundAction({ requestId }));
    if (!done) return;
    setAsked(true);
    toast(fill(words.retried, { amount: formatMoney(amountPaise, locale), number }));
  };
  return (
    <>
      <Button tone="primary" aria-disabled={isPending || isAsked} onClick={() => (isAsked ? undefined : retry())}>
        {isPending ? words.retrying : words.retry}
        <span className="sr-only"> {number}</span>
      </Button>
      {problem ? <Notice live tone="problem" title={problem} /> : null}
    </>
  );
}

function PayBackForm({ requestId, words, close }: Props & { close: () => void }) {
  const { isPending, problem, act } = useAct(words.offline);
  const { register, handleSubmit } = useForm<{ method: HandMethod; reference: string }>({
    defaultValues: { method: "cash", reference: "" },
  });
  const record = handleSubmit(async ({ method, reference }) => {
    const done = await act(() =>
      payBackAction({ requestId, method, ...(reference.trim() === "" ? {} : { reference }) }),
    );
    if (!done) return;
    close();
    toast(fill(words.handed, { voucher: done.voucherNumber }));
  });
  return (
    <form method="post" onSubmit={record} noValidate className="grid gap-4">
      <p>{words.handLead}</p>
      <MethodChoice label={words.method} methods={HAND_METHODS} words={words.methods} field={register("method")} />
      <TextField {...register("reference")} label={words.reference} maxLength={120} autoComplete="off" />
      <DialogEnd
        problem={problem}
        label={isPending ? words.recording : words.handConfirm}
        act={{ "aria-disabled": isPending }}
        keep={words.keep}
        close={close}
      />
    </form>
  );
}
