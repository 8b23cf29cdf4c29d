"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { fill } from "@/lib/i18n/plain-text";
import { AmountField } from "./amount-field";
import { MethodChoice, type MethodWords } from "./method-choice";
import { ReceivedNotice, type ReceiveWords } from "./received-notice";
import { type Receiving, useReceive } from "./use-receive";

type Props = Receiving & { locale: Locale; upiVpa: string | null; words: ReceiveWords & { methods: MethodWords } };

/** Takes money at the desk: what, how and with which reference. More than is owed is asked about before it is written. */
export function ReceiveForm(props: Props) {
  const { locale, today, owedPaise, methods, upiVpa, words } = props;
  const { done, abovePaise, forgetAbove, amountPaise, method, receive, form } = useReceive(props);
  const { register, handleSubmit, formState } = form;
  const { errors, isSubmitting } = formState;
  return (
    <form
      method="post"
      onSubmit={handleSubmit((fields) => receive(fields, false))}
      onChange={forgetAbove}
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
