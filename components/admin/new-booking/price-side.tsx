"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import type { Quote } from "@/lib/core/quote";
import { Part } from "./part";
import { PriceLines } from "./price-lines";
import type { DeskWords } from "./words";

type Props = {
  quote: Quote | null;
  /** Why it was not saved. */
  message: string | null;
  isSaving: boolean;
  onClear: () => void;
  saveWord: string;
  words: DeskWords;
  locale: Locale;
};

/** What it costs and the one thing to do, in sight all the time: beside the form on a desk, on a phone the total in the bar below. */
export function PriceSide({ quote, message, isSaving, onClear, saveWord, words, locale }: Props) {
  return (
    <div className="grid gap-5 lg:sticky lg:top-6">
      <Part id="desk-price" title={words.price}>
        {quote ? <PriceLines {...{ quote, words, locale }} /> : <p className="text-ink-2">{words.noPrice}</p>}
      </Part>
      <p className="text-[0.9375rem] text-ink-2">{words.termsTold}</p>
      <div className="grid gap-2 border-rule bg-card max-lg:fixed max-lg:inset-x-0 max-lg:bottom-14 max-lg:z-20 max-lg:border-t max-lg:px-4 max-lg:py-2 md:max-lg:bottom-0 md:max-lg:left-58">
        {message ? <Notice live tone="problem" title={message} /> : null}
        <div className="flex items-center justify-between gap-3">
          <a href="#desk-price" className="text-link font-semibold whitespace-nowrap lg:hidden">
            {quote ? formatMoney(quote.totalPaise, locale) : words.price}
          </a>
          <Button type="submit" size="lg" aria-disabled={isSaving} className="lg:w-full">
            {isSaving ? words.saving : saveWord}
          </Button>
        </div>
      </div>
      <Button tone="quiet" className="justify-self-start" onClick={onClear}>
        {words.clear}
      </Button>
    </div>
  );
}
