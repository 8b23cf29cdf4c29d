"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { DialogEnd } from "@/components/ui/dialog-end";
import { TextArea } from "@/components/ui/text-field";
import { cancelBookingAction } from "@/lib/bookings/actions";
import { callAction } from "./call-action";

type Words = Record<
  | "open"
  | "title"
  | "lost"
  | "refund"
  | "arrives"
  | "reason"
  | "optional"
  | "confirm"
  | "cancelling"
  | "keep"
  | "offline",
  string
>;

type Props = { bookingId: string; refundPaise: number; words: Words };

/** Says exactly what comes back and what is lost; only then the booking is cancelled. Another refund by now is refused. */
export function CancelBooking({ bookingId, refundPaise, words }: Props) {
  return (
    <Dialog title={words.title} trigger={words.open} triggerTone="danger">
      {(close) => <Question bookingId={bookingId} refundPaise={refundPaise} words={words} close={close} />}
    </Dialog>
  );
}

function Question({ bookingId, refundPaise, words, close }: Props & { close: () => void }) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState("");
  const cancel = async () => {
    setPending(true);
    setMessage("");
    const outcome = await callAction(() =>
      cancelBookingAction({
        bookingId,
        shownRefundPaise: refundPaise,
        ...(reason.trim() ? { reason: reason.trim() } : {}),
      }),
    );
    setPending(false);
    if (outcome.kind === "offline") return setMessage(words.offline);
    router.refresh();
    if (outcome.kind === "refused") return setMessage(outcome.message);
    close();
  };
  return (
    <>
      <p className="font-semibold">{words.lost}</p>
      <p>{words.refund}</p>
      {words.arrives ? <p className="text-ink-2">{words.arrives}</p> : null}
      <TextArea
        label={words.reason}
        optional={words.optional}
        value={reason}
        maxLength={500}
        rows={2}
        onChange={(event) => setReason(event.target.value)}
      />
      <DialogEnd
        problem={message}
        label={isPending ? words.cancelling : words.confirm}
        act={{ tone: "primary", disabled: isPending, onClick: cancel }}
        keep={words.keep}
        close={close}
      />
    </>
  );
}
