"use client";

import { useRef } from "react";
import { useForm } from "react-hook-form";
import { Dialog } from "@/components/ui/dialog";
import { DialogEnd } from "@/components/ui/dialog-end";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { Locale } from "@/lib/core/locale";
import { formatMoney, type Paise } from "@/lib/core/money";
import { HAND_METHODS, type HandMethod } from "@/lib/core/payment-method";
import { readAmount } from "@/lib/core/read-amount";
import type { Messages } from "@/lib/i18n/load-messages";
import { fill } from "@/lib/i18n/plain-text";
import { createRefundAction } from "@/lib/payments/actions";
import { useAct } from "../use-act";
import { AmountField } from "./amount-field";
import { MethodChoice, type MethodWords } from "./method-choice";

type Words = Messages["admin"]["money"]["refund"] & {
  methods: MethodWords;
  badAmount: string;
  required: string;
  keep: string;
  offline: string;
};
type Props = {
  paymentId: string;
  receiptNumber: string;
  refundablePaise: Paise;
  isOnline: boolean;
  /** The booking goes on, and will owe again what is given back. */
  isLive: boolean;
  locale: Locale;
  words: Words;
};

/** Gives back part or all of one payment, never above what is left of it. */
export function RefundPayment(props: Props) {
  const { words, receiptNumber } = props;
  return (
    <Dialog title={fill(words.title, { number: receiptNumber })} trigger={words.trigger} triggerTone="quiet">
      {(close) => <RefundForm {...props} close={close} />}
    </Dialog>
  );
}

type Fields = { amount: string; reason: string; method: HandMethod; reference: string };

function RefundForm(props: Props & { close: () => void }) {
  const { paymentId, refundablePaise, isOnline, isLive, locale, words, close } = props;
  const key = useRef(crypto.randomUUID());
  const { isPending, problem, act } = useAct(words.offline);
  const { register, handleSubmit, setError, formState } = useForm<Fields>({
    defaultValues: { amount: String(refundablePaise / 100), reason: "", method: "cash", reference: "" },
  });
  const { errors } = formState;
  const most = fill(words.amountHint, { amount: formatMoney(refundablePaise, locale) });

  async function refund({ amount, reason, method, reference }: Fields) {
    const amountPaise = readAmount(amount);
    if (amountPaise === null || amountPaise < 100) return setError("amount", { message: words.badAmount });
    if (amountPaise > refundablePaise) return setError("amount", { message: most }, { shouldFocus: true });
    if (reason.trim().length < 3) return setError("reason", { message: words.required }, { shouldFocus: true });
    const byHand = isOnline ? {} : { method, ...(reference.trim() === "" ? {} : { reference }) };
    const input = { paymentId, amountPaise, reason, ...byHand, idempotencyKey: key.current };
    const done = await act(() => createRefundAction(input));
    if (!done) return;
    close();
    const amountText = formatMoney(amountPaise, locale);
    toast(
      done.voucherNumber
        ? fill(words.done, { amount: amountText, voucher: done.voucherNumber })
        : fill(words.doneOnline, { amount: amountText }),
    );
  }

  return (
    <form method="post" onSubmit={handleSubmit(refund)} noValidate className="grid gap-4">
      <p>
        {isOnline ? words.online : words.hand} {isLive ? words.owes : null}
      </p>
      <AmountField {...register("amount")} label={words.amount} hint={most} error={errors.amount?.message} />
      <TextField
        {...register("reason")}
        label={words.reason}
        required
        maxLength={500}
        autoComplete="off"
        error={errors.reason?.message}
      />
      {isOnline ? null : (
        <>
          <MethodChoice label={words.method} methods={HAND_METHODS} words={words.methods} field={register("method")} />
          <TextField {...register("reference")} label={words.reference} maxLength={120} autoComplete="off" />
        </>
      )}
      <DialogEnd
        problem={problem}
        label={isPending ? words.pending : words.confirm}
        act={{ tone: "danger", "aria-disabled": isPending }}
        keep={words.keep}
        close={close}
      />
    </form>
  );
}
