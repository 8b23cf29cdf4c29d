"use client";

import { useAct } from "@/components/admin/money/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { approveBookingAction } from "@/lib/bookings/actions";
import { fill } from "@/lib/i18n/plain-text";

type Words = Record<"open" | "title" | "means" | "confirm" | "confirming" | "done" | "keep" | "offline", string>;
type Props = { bookingId: string; number: string; words: Words };

/** An option that becomes a booking by the word of somebody who may, without money; says what that means first. */
export function SureOption({ words, ...booking }: Props) {
  return (
    <Dialog title={words.title} trigger={words.open}>
      {(close) => <Question {...booking} words={words} close={close} />}
    </Dialog>
  );
}

function Question({ bookingId, number, words, close }: Props & { close: () => void }) {
  const { isPending, problem, act } = useAct(words.offline);
  const confirm = async () => {
    if (!(await act(() => approveBookingAction({ bookingId })))) return;
    close();
    toast(fill(words.done, { number }));
  };
  return (
    <>
      <p>{words.means}</p>
      {problem ? <Notice live tone="problem" title={problem} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button aria-disabled={isPending} onClick={confirm}>
          {isPending ? words.confirming : words.confirm}
        </Button>
        <Button tone="secondary" onClick={close}>
          {words.keep}
        </Button>
      </div>
    </>
  );
}
