"use client";

import { ConfirmDialog } from "@/components/admin/confirm-dialog";
import { approveBookingAction } from "@/lib/bookings/actions";
import { fill } from "@/lib/i18n/plain-text";

type Words = Record<"open" | "title" | "means" | "confirm" | "confirming" | "done" | "keep" | "offline", string>;
type Props = { bookingId: string; number: string; words: Words };

/** An option that becomes a booking by the word of somebody who may, without money. */
export function SureOption({ bookingId, number, words }: Props) {
  return (
    <ConfirmDialog
      title={words.title}
      trigger={words.open}
      text={words.means}
      words={{ ...words, done: fill(words.done, { number }) }}
      act={() => approveBookingAction({ bookingId })}
    />
  );
}
