import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { callAction } from "@/components/booking/call-action";
import type { LocalDate } from "@/lib/core/local-date";
import type { Paise } from "@/lib/core/money";
import type { HandMethod } from "@/lib/core/payment-method";
import { readAmount } from "@/lib/core/read-amount";
import { receivePaymentAction } from "@/lib/payments/actions";
import type { ReceivedByHand } from "@/lib/payments/types";
import type { ReceiveWords } from "./received-notice";

/** What money is taken for, and within which bounds. */
export type Receiving = {
  bookingId: string;
  /** The venue's. */
  today: LocalDate;
  owedPaise: Paise;
  /** What is likely to be taken: the advance of what is not firm, all that is owed of the rest. */
  suggestedPaise: Paise;
  methods: readonly HandMethod[];
  words: Pick<ReceiveWords, "badAmount"> & { required: string; offline: string };
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

/**
 * What the form holds, and how it takes money: the same press twice is one payment. `abovePaise` is what is above what is
 * owed, and is asked about before it is written.
 */
export function useReceive({ bookingId, today, owedPaise, suggestedPaise, methods, words, onDone }: Receiving) {
  const key = useRef(crypto.randomUUID());
  const [done, setDone] = useState<{ received: ReceivedByHand; amountPaise: Paise } | null>(null);
  const [abovePaise, setAbove] = useState<Paise | null>(null);
  const first: Fields = {
    amount: suggestedPaise > 0 ? String(suggestedPaise / 100) : "",
    method: methods[0] ?? "cash",
    ...{ reference: "", instrumentDate: "", receivedOn: today, note: "" },
  };
  const form = useForm<Fields>({ defaultValues: first });
  const { setError, watch, reset } = form;
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

  return { form, method, amountPaise, done, abovePaise, forgetAbove: () => setAbove(null), receive };
}
