"use client";

import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { callAction } from "@/components/booking/call-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { submitOnce } from "@/components/ui/submit-once";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { formatDate } from "@/lib/core/format-time";
import type { LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { formatMoney, type Paise } from "@/lib/core/money";
import { readAmount } from "@/lib/core/read-amount";
import type { Messages } from "@/lib/i18n/load-messages";
import { fill } from "@/lib/i18n/plain-text";
import { closeDayAction } from "@/lib/payments/actions";
import { AmountField } from "./amount-field";

type Props = {
  venueId: string;
  today: LocalDate;
  /** No book may be before the last one. */
  earliest: LocalDate | null;
  /** Null before the first closing: then the person says what the till held. */
  openingPaise: Paise | null;
  cashInPaise: Paise;
  cashOutPaise: Paise;
  locale: Locale;
  words: Messages["admin"]["money"]["dayBook"] & { offline: string };
};

type Fields = { date: string; opening: string; counted: string; note: string };

/** Counting the till. The difference shows while one types, and asks for its reason. */
export function CloseDayForm(props: Props) {
  const { venueId, today, earliest, openingPaise, cashInPaise, cashOutPaise, locale, words } = props;
  const { register, handleSubmit, setError, watch, reset, formState } = useForm<Fields>({
    defaultValues: { date: today, opening: "0", counted: "", note: "" },
  });
  const { errors, isSubmitting } = formState;
  const router = useRouter();
  const opening = openingPaise ?? readAmount(watch("opening"));
  const counted = readAmount(watch("counted"));
  const expected = opening === null ? null : opening + cashInPaise - cashOutPaise;
  const difference = expected === null || counted === null ? null : counted - expected;

  async function close({ date, note }: Fields) {
    if (opening === null) return setError("opening", { message: words.needAmount }, { shouldFocus: true });
    if (counted === null || expected === null) {
      return setError("counted", { message: words.needAmount }, { shouldFocus: true });
    }
    if (counted !== expected && note.trim() === "") {
      return setError("note", { message: words.needNote }, { shouldFocus: true });
    }
    const outcome = await callAction(() =>
      closeDayAction({
        ...{ venueId, date, countedPaise: counted, shownExpectedPaise: expected },
        ...(openingPaise === null ? { openingPaise: opening } : {}),
        ...(note.trim() === "" ? {} : { note }),
      }),
    );
    if (outcome.kind === "done") {
      toast(fill(words.closed, { date: formatDate(outcome.data.date, locale, "long") }));
      return reset();
    }
    // Somebody took cash meanwhile: the sum on the page is no longer true.
    if (outcome.kind === "refused" && outcome.code === "BOOK_CHANGED") router.refresh();
    setError("root", { message: (outcome.kind === "refused" && outcome.message) || words.offline });
  }

  return (
    <form method="post" onSubmit={submitOnce(isSubmitting, handleSubmit(close))} noValidate className="grid gap-4">
      <TextField
        {...register("date")}
        type="date"
        required
        max={today}
        min={earliest ?? undefined}
        label={words.date}
        error={errors.date?.message}
      />
      {openingPaise === null ? (
        <AmountField {...register("opening")} label={words.openingField} error={errors.opening?.message} />
      ) : null}
      <AmountField {...register("counted")} label={words.countedField} error={errors.counted?.message} />
      <output className="block min-h-6 font-semibold">
        {difference === 0 ? words.same : difference === null ? "" : null}
        {difference ? `${words.difference}: ${difference > 0 ? "+" : ""}${formatMoney(difference, locale)}` : null}
      </output>
      {difference ? (
        <TextField
          {...register("note")}
          required
          maxLength={500}
          autoComplete="off"
          label={words.note}
          hint={fill(words.noteHint, {
            amount: `${difference > 0 ? "+" : ""}${formatMoney(difference, locale)}`,
            expected: formatMoney(expected ?? 0, locale),
          })}
          error={errors.note?.message}
        />
      ) : null}
      {errors.root ? <Notice live tone="problem" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" aria-disabled={isSubmitting}>
          {isSubmitting ? words.closing : words.confirm}
        </Button>
      </div>
    </form>
  );
}
