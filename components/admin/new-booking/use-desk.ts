import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { callAction } from "@/components/booking/call-action";
import { forgetHoldKey, holdKeyOf } from "@/components/booking/hold-key";
import type { TakenBooking } from "@/lib/bookings/types";
import type { ErrorCode } from "@/lib/errors";
import { bookAtDeskAction } from "@/lib/payments/actions";
import { type Complaints, complaintsOf, type Draft, type Field, inputOf } from "./draft";
import { keepDraft, readDraft } from "./kept-draft";
import { DAYS } from "./use-desk-days";
import type { DeskWords } from "./words";

type State =
  | { kind: "typing" | "saving" }
  | { kind: "refused"; message: string }
  | { kind: "taken"; taken: TakenBooking; sendsLink: boolean };

type Shown = Parameters<typeof inputOf>[1];

/** Which field a refusal is about. */
const FIELD_OF: Partial<Record<ErrorCode, Field>> = {
  PHONE_INVALID: "phone",
  OVER_CAPACITY: "guests",
  DISCOUNT_TOO_LARGE: "discount",
  ADVANCE_MISSING: "amount",
  ABOVE_DUE: "amount",
  SLOT_TAKEN: "session0",
};

/**
 * The draft and what became of it. It outlives a refusal, a lost connection and a refresh; a second press sends the same key,
 * so that it is one booking.
 */
export function useDesk(blank: Draft, isPreset: boolean, words: DeskWords) {
  const router = useRouter();
  const client = useQueryClient();
  const [draft, setDraft] = useState(blank);
  const [state, setState] = useState<State>({ kind: "typing" });
  const [complaints, setComplaints] = useState<Complaints>({});

  useEffect(() => {
    const kept = readDraft(Date.now());
    if (kept) setDraft(isPreset ? withPreset(kept, blank) : kept);
  }, [blank, isPreset]);

  const change = useCallback((part: Partial<Draft>) => {
    setDraft((before) => {
      const next = { ...before, ...part };
      keepDraft(next);
      return next;
    });
    setComplaints({});
  }, []);

  async function save(shown: Shown) {
    if (state.kind === "saving") return;
    const found = complaintsOf(draft);
    setComplaints(found);
    const [first] = Object.keys(found);
    if (first) {
      setState({ kind: "refused", message: words.incomplete });
      return focusOn(first);
    }
    setState({ kind: "saving" });
    const input = inputOf(draft, shown);
    const idempotencyKey = holdKeyOf(JSON.stringify(input));
    const outcome = await callAction(() => bookAtDeskAction({ ...input, idempotencyKey }));
    if (outcome.kind === "done") {
      keepDraft(null);
      forgetHoldKey();
      setState({ kind: "taken", taken: outcome.data, sendsLink: draft.standing === "link" });
      return;
    }
    if (outcome.kind === "offline") return setState({ kind: "refused", message: words.offline });
    const { code, message, details } = outcome;
    setState({ kind: "refused", message: message || words.invalid });
    if (code === "SLOT_TAKEN") void client.invalidateQueries({ queryKey: [DAYS] });
    if (code === "PRICE_CHANGED") router.refresh();
    focusOn(details.field === "standing.until" ? "until" : FIELD_OF[code]);
  }

  return { draft, state, complaints, change, save };
}

/** Back from the diary with a cell, or from a customer's page: what that names is new, what was typed before stays. */
function withPreset(kept: Draft, blank: Draft): Draft {
  if (blank.phone) return blank;
  const [asked] = blank.functions;
  const [first, ...rest] = kept.functions;
  if (!asked || !first) return blank;
  return { ...kept, venueId: blank.venueId, functions: [{ ...asked, name: first.name }, ...rest] };
}

/** The session's group takes the focus on the one that is chosen. */
function focusOn(field: string | undefined): void {
  const element = field ? document.getElementById(`desk-${field}`) : null;
  (element?.querySelector<HTMLElement>("input:checked, input") ?? element)?.focus();
}
