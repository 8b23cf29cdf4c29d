"use client";

import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { DialogEnd } from "@/components/ui/dialog-end";
import { TextArea } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { Locale } from "@/lib/core/locale";
import { formatMoney, type Paise } from "@/lib/core/money";
import type { Messages } from "@/lib/i18n/load-messages";
import { fill } from "@/lib/i18n/plain-text";
import { reversePaymentAction } from "@/lib/payments/actions";
import { useAct } from "../use-act";

type Words = Messages["admin"]["money"]["reverse"] & { keep: string; offline: string };
type Props = { paymentId: string; receiptNumber: string; amountPaise: Paise; locale: Locale; words: Words };

/** Takes back a wrong entry, with its reason; says what stands without money afterwards. */
export function ReversePayment(props: Props) {
  const { words, receiptNumber } = props;
  return (
    <Dialog title={fill(words.title, { number: receiptNumber })} trigger={words.trigger} triggerTone="quiet">
      {(close) => <Reason {...props} close={close} />}
    </Dialog>
  );
}

function Reason({ paymentId, amountPaise, locale, words, close }: Props & { close: () => void }) {
  const [reason, setReason] = useState("");
  const { isPending, problem, act } = useAct(words.offline);
  const reverse = async () => {
    const done = await act(() => reversePaymentAction({ paymentId, reason }));
    if (!done) return;
    close();
    toast(fill(words.done, { voucher: done.voucherNumber }));
    if (done.advanceMissingPaise > 0) {
      toast(fill(words.missing, { amount: formatMoney(done.advanceMissingPaise, locale) }), { tone: "problem" });
    }
  };
  return (
    <>
      <p>{fill(words.lead, { amount: formatMoney(amountPaise, locale) })}</p>
      <TextArea
        label={words.reason}
        value={reason}
        required
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
      <DialogEnd
        problem={problem}
        label={isPending ? words.pending : words.confirm}
        act={{ tone: "danger", disabled: reason.trim().length < 3 || isPending, onClick: reverse }}
        keep={words.keep}
        close={close}
      />
    </>
  );
}
