"use client";

import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ActionBar } from "./action-bar";
import { type PayPurpose, type PayState, usePayment } from "./use-payment";

export type PayOption = { purpose: PayPurpose; label: string; hint: string; amount: string; pay: string };
export type PayWords = Record<
  "choose" | "starting" | "open" | "verifying" | "dismissed" | "failed" | "offline" | "safe",
  string
>;

type Props = {
  bookingId: string;
  hallName: string;
  checkoutUrl: string;
  bookingHref: string;
  options: readonly PayOption[];
  words: PayWords;
  /** What else the page says, above the button. */
  children: ReactNode;
};

/** How much to pay now, and the button that opens the checkout. */
export function PayPanel({ bookingId, hallName, checkoutUrl, bookingHref, options, words, children }: Props) {
  const [purpose, setPurpose] = useState(options[0]?.purpose);
  const { state, pay } = usePayment({ bookingId, hallName, checkoutUrl, bookingHref });
  const button = useRef<HTMLButtonElement>(null);
  const chosen = options.find((one) => one.purpose === purpose) ?? options[0];
  if (!chosen) return null;
  const busy = state.kind === "starting" || state.kind === "open" || state.kind === "verifying" ? state.kind : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (button.current) void pay(chosen.purpose, button.current);
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-5">
      <fieldset className="grid grid-cols-1 gap-3" disabled={busy !== null}>
        <legend className="mb-2 font-serif text-xl">{words.choose}</legend>
        {options.map((one) => (
          <label
            key={one.purpose}
            className="flex min-h-16 cursor-pointer items-center gap-3 rounded-card border border-rule-2 bg-card px-4 py-3 has-[:checked]:border-brand has-[:checked]:bg-brand-soft"
          >
            <input
              type="radio"
              name="purpose"
              value={one.purpose}
              checked={one.purpose === chosen.purpose}
              onChange={() => setPurpose(one.purpose)}
              className="size-5 shrink-0 accent-brand"
            />
            <span className="min-w-0 flex-1">
              <b className="block">{one.label}</b>
              <span className="block text-[0.9375rem] text-ink-2">{one.hint}</span>
            </span>
            <b className="shrink-0 text-[1.125rem]">{one.amount}</b>
          </label>
        ))}
      </fieldset>
      <PayNotice state={state} words={words} />
      <p className="text-[0.9375rem] text-ink-2">{words.safe}</p>
      {children}
      <ActionBar>
        <b className="text-[1.3125rem]">{chosen.amount}</b>
        <Button ref={button} type="submit" size="lg" disabled={busy !== null}>
          {busy ? words[busy] : chosen.pay}
        </Button>
      </ActionBar>
    </form>
  );
}

function PayNotice({ state, words }: { state: PayState; words: PayWords }) {
  switch (state.kind) {
    case "dismissed":
      return <Notice live tone="info" title={words.dismissed} />;
    case "failed":
    case "offline":
      return <Notice live tone="problem" title={words[state.kind]} />;
    case "refused":
      return <Notice live tone="problem" title={state.message} />;
    case "verifying":
      return <Notice live tone="info" title={words.verifying} />;
    default:
      return null;
  }
}
