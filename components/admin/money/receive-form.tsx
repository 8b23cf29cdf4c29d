"use client";

import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { callAction } from "@/components/booking/call-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import type { LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { formatMoney, type Paise } from "@/lib/core/money";
import type { HandMethod } from "@/lib/core/payment-method";
import { readAmount } from "@/lib/core/read-amount";
import { fill } from "@/lib/i18n/plain-text";
import { receivePaymentAction } from "@/lib/payments/actions";
import type { ReceivedByHand } from "@/lib/payments/types";
import { AmountField } from "./amount-field";
import { MethodChoice, type MethodWords } from "./method-choice";
import { ReceivedNotice, type ReceiveWords } from "./received-notice";

type Props = {
  bookingId: string;
  locale: Locale;
  /** The venue's today. */
  today: LocalDate;
  owedPaise: Paise;
  /** What is likely to be taken: the advance of what is not firm, all that is owed of the rest. */
  suggestedPaise: Paise;
  methods: readonly HandMethod[];
  upiVpa: string | null;
  words: ReceiveWords & { methods: MethodWords; required: string; offline: string };
  onDone?: (received: ReceivedByHand) => void;
};

type Fields = {
  amount: string;
  method: HandMethod;
  reference: string;
  instrumentDate: string;
  receivedOn: string;
  note: string;
};

/** Takes money at the desk: what, how and with which reference. More than is owed is asked about before it is written. */
export function ReceiveForm(props: Props) {
  const { bookingId, locale, today, owedPaise, suggestedPaise, methods, upiVpa, words, onDone } = props;
  const key = useRef(crypto.randomUUID());
  const [done, setDone] = useState<{ received: ReceivedByHand; amountPaise: Paise } | null>(null);
  const [abovePaise, setAbove] = useState<Paise | null>(null);
  const first: Fields = {
    amount: suggestedPaise > 0 ? String(suggestedPaise / 100) : "",
    method: methods[0] ?? "cash",
    ...{ reference: "", instrumentDate: "", receivedOn: today, note: "" },
  };
  const { register, handleSubmit, setError, watch, reset, formState } = useForm<Fields>({ defaultValues: first });
  const { errors, isSubmitting } = formState;
  const method = watch("method");
  const amountPaise = readAmount(watch("amount"));

  async function receive(fields: Fields, aboveDue: boolean) {
    const paise = readAmount(fields.amount);
    if (paise === null || paise < 100) return setError("amount", { message: words.badAmount }, { shouldFocus: true });
    if (fields.method !== "cash" && fields.reference.trim() === "") {
      return setError("reference", { message: words.required }, { shouldFocus: true });
    }
    if (paise > owedPaise && !aboveDue) return setAbove(paise - owedPaise);
    const outcome = await callAction(() =>
      receivePaymentAction({
        ...{ bookingId, amountPaise: paise, method: fields.method, aboveDue, idempotencyKey: key.current },
        ...(fields.reference.trim() === "" ? {} : { reference: fields.reference }),
        ...(fields.method === "cheque" && fields.instrumentDate ? { instrumentDate: fields.instrumentDate } : {}),
        ...(fields.receivedOn === today || fields.receivedOn === "" ? {} : { receivedOn: fields.receivedOn }),
        ...(fields.note.trim() === "" ? {} : { note: fields.note }),
      }),
    );
    if (outcome.kind === "offline") return setError("root", { message: words.offline });
    if (outcome.kind === "refused") {
      const { duePaise } = outcome.details;
      if (outcome.code === "ABOVE_DUE" && typeof duePaise === "number") return setAbove(paise - duePaise);
      return setError("root", { message: outcome.message || words.offline });
    }
    key.current = crypto.randomUUID();
    setAbove(null);
    setDone({ received: outcome.data, amountPaise: paise });
    reset({ ...first, amount: "", method: fields.method });
    onDone?.(outcome.data);
  }

  return (
    <form
      method="post"
      onSubmit={handleSubmit((fields) => receive(fields, false))}
      onChange={() => setAbove(null)}
      noValidate
      className="grid gap-4"
    >
      {done ? <ReceivedNotice {...done} locale={locale} words={words} /> : null}
      <AmountField
        {...register("amount")}
        label={words.amount}
        hint={fill(words.amountHint, { amount: formatMoney(owedPaise, locale) })}
        error={errors.amount?.message}
      />
      <MethodChoice label={words.method} methods={methods} words={words.methods} field={register("method")} />
      <TextField
        {...register("reference")}
        maxLength={120}
        autoComplete="off"
        required={method !== "cash"}
        optional={method === "cash" ? words.optional : undefined}
        label={words.reference}
        hint={
          method === "upi"
            ? upiVpa
              ? fill(words.referenceHint.upi, { vpa: upiVpa })
              : words.referenceHint.upiPlain
            : words.referenceHint[method]
        }
        error={errors.reference?.message}
      />
      {method === "cheque" ? (
        <TextField {...register("instrumentDate")} type="date" label={words.chequeDate} optional={words.optional} />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...register("receivedOn")} type="date" max={today} label={words.receivedOn} />
        <TextField
          {...register("note")}
          maxLength={500}
          autoComplete="off"
          label={words.note}
          optional={words.optional}
        />
      </div>
      {errors.root ? <Notice live tone="problem" title={errors.root.message} /> : null}
      {abovePaise === null ? null : (
        <Notice live tone="warning" title={fill(words.above, { amount: formatMoney(abovePaise, locale) })}>
          <p className="mb-2">{words.aboveText}</p>
          <Button tone="secondary" disabled={isSubmitting} onClick={handleSubmit((fields) => receive(fields, true))}>
            {words.aboveConfirm}
          </Button>
        </Notice>
      )}
      <div>
        <Button type="submit" aria-disabled={isSubmitting}>
          {isSubmitting
            ? words.submitting
            : amountPaise
              ? fill(words.submit, { amount: formatMoney(amountPaise, locale) })
              : words.submitPlain}
        </Button>
      </div>
    </form>
  );
}
