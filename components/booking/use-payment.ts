"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { startPaymentAction, verifyPaymentAction } from "@/lib/payments/actions";
import type { StartedPayment } from "@/lib/payments/types";
import { callAction } from "./call-action";
import { type CheckoutAnswer, colourOf, loadCheckout } from "./checkout";

export type PayPurpose = "advance" | "full" | "balance";
export type PayState =
  | { kind: "idle" | "starting" | "open" | "verifying" | "dismissed" | "failed" | "offline" }
  | { kind: "refused"; message: string };

type Wanted = { bookingId: string; hallName: string; checkoutUrl: string; bookingHref: string };

/** Order, checkout, verification. Whatever happens, the booking's page knows the truth in the end. */
export function usePayment({ bookingId, hallName, checkoutUrl, bookingHref }: Wanted) {
  const router = useRouter();
  const [state, setState] = useState<PayState>({ kind: "idle" });
  const isBusy = useRef(false);

  useEffect(() => {
    loadCheckout(checkoutUrl).catch(() => undefined);
  }, [checkoutUrl]);

  const end = useCallback((next: PayState) => {
    isBusy.current = false;
    setState(next);
  }, []);

  const verify = useCallback(
    async (answer: CheckoutAnswer) => {
      setState({ kind: "verifying" });
      const outcome = await callAction(() =>
        verifyPaymentAction({
          bookingId,
          orderId: answer.razorpay_order_id,
          paymentId: answer.razorpay_payment_id,
          signature: answer.razorpay_signature,
        }),
      );
      if (outcome.kind === "refused" && outcome.code === "PAYMENT_INVALID") {
        return end({ kind: "refused", message: outcome.message });
      }
      // Without an answer the webhook confirms, and the booking's page waits for it.
      router.replace(outcome.kind === "done" ? bookingHref : `${bookingHref}?waiting=1`);
    },
    [bookingId, bookingHref, router, end],
  );

  const pay = useCallback(
    async (purpose: PayPurpose, button: Element) => {
      if (isBusy.current) return;
      isBusy.current = true;
      setState({ kind: "starting" });
      const started = await callAction(() => startPaymentAction({ bookingId, purpose }));
      if (started.kind === "offline") return end({ kind: "offline" });
      if (started.kind === "refused") {
        end({ kind: "refused", message: started.message });
        return router.refresh();
      }
      try {
        await openCheckout(started.data, { hallName, colour: colourOf(button), end, verify });
        setState({ kind: "open" });
      } catch {
        end({ kind: "offline" });
      }
    },
    [bookingId, hallName, router, end, verify],
  );

  return { state, pay };
}

type Opening = {
  hallName: string;
  colour: string;
  end: (state: PayState) => void;
  verify: (answer: CheckoutAnswer) => void;
};

async function openCheckout(started: StartedPayment, { hallName, colour, end, verify }: Opening): Promise<void> {
  const Checkout = await loadCheckout(started.checkoutUrl);
  let hasFailed = false;
  const checkout = new Checkout({
    key: started.keyId,
    order_id: started.orderId,
    amount: started.amountPaise,
    currency: started.currency,
    name: hallName,
    description: started.description,
    prefill: started.prefill,
    theme: { color: colour },
    retry: { enabled: true },
    handler: verify,
    modal: { ondismiss: () => end({ kind: hasFailed ? "failed" : "dismissed" }), confirm_close: true },
  });
  checkout.on("payment.failed", () => {
    hasFailed = true;
    end({ kind: "failed" });
  });
  checkout.open();
}
