"use client";

import { useState } from "react";
import { callAction } from "@/components/booking/call-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogEnd } from "@/components/ui/dialog-end";
import { TextArea } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { approveAgainAction, approveBookingAction, rejectBookingAction } from "@/lib/bookings/actions";
import type { Messages } from "@/lib/i18n/load-messages";
import { fill } from "@/lib/i18n/plain-text";

type Words = Messages["admin"]["requests"] & { offline: string };
type Props = { bookingId: string; number: string; isLapsed: boolean; words: Words };

/** Yes in one tap; no with a reason. What ran out may still be approved, if nobody else has taken its time. */
export function RequestActions({ bookingId, number, isLapsed, words }: Props) {
  const [isPending, setPending] = useState(false);
  const approve = async () => {
    if (isPending) return;
    setPending(true);
    const outcome = await callAction(() =>
      isLapsed ? approveAgainAction({ bookingId }) : approveBookingAction({ bookingId }),
    );
    setPending(false);
    if (outcome.kind === "offline") return toast(words.offline, { tone: "problem" });
    if (outcome.kind === "refused") {
      const text = outcome.code === "SLOT_TAKEN" ? fill(words.taken, { number }) : outcome.message;
      return toast(text, { tone: "problem" });
    }
    toast(fill(outcome.data.status === "confirmed" ? words.approved : words.approvedPending, { number }));
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button tone={isLapsed ? "secondary" : "primary"} aria-disabled={isPending} onClick={approve}>
        {isPending ? words.approving : isLapsed ? words.approveAgain : words.approve}
        <span className="sr-only"> {number}</span>
      </Button>
      {isLapsed ? null : (
        <Dialog title={fill(words.rejectTitle, { number })} trigger={words.reject}>
          {(close) => <Reason bookingId={bookingId} number={number} words={words} close={close} />}
        </Dialog>
      )}
    </div>
  );
}

function Reason({ bookingId, number, words, close }: Omit<Props, "isLapsed"> & { close: () => void }) {
  const [reason, setReason] = useState("");
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState("");
  const reject = async () => {
    if (isPending) return;
    setPending(true);
    setMessage("");
    const outcome = await callAction(() => rejectBookingAction({ bookingId, reason }));
    setPending(false);
    if (outcome.kind === "offline") return setMessage(words.offline);
    if (outcome.kind === "refused") return setMessage(outcome.message);
    close();
    toast(fill(words.rejected, { number }));
  };
  return (
    <>
      <p>{words.rejectLost}</p>
      <TextArea
        label={words.reason}
        value={reason}
        required
        maxLength={500}
        rows={3}
        onChange={(event) => setReason(event.target.value)}
      />
      <DialogEnd
        problem={message}
        label={isPending ? words.rejecting : words.rejectConfirm}
        act={{ tone: "danger", disabled: reason.trim() === "" || isPending, onClick: reject }}
        keep={words.keep}
        close={close}
      />
    </>
  );
}
