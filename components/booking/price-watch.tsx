"use client";

import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { fill } from "@/lib/i18n/plain-text";
import { readShown, type ShownPrice, saveShown } from "./shown-price";

type Props = {
  shown: ShownPrice;
  locale: Locale;
  /** On the review, which says what changed; the earlier steps only note what they show. */
  words?: { changed: string; hint: string };
};

/** The price that was shown first is the price that is paid; where the hall has changed it since, that is said before the yes. */
export function PriceWatch({ shown, locale, words }: Props) {
  const [before, setBefore] = useState<number | null>(null);
  const { wish, functions, functionsPaise, totalPaise } = shown;
  const tells = words !== undefined;
  useEffect(() => {
    const earlier = readShown({ wish, functions, functionsPaise, totalPaise });
    const hasChanged = earlier !== null && earlier !== totalPaise;
    if (hasChanged && tells) setBefore(earlier);
    if (!hasChanged || tells) saveShown({ wish, functions, functionsPaise, totalPaise });
  }, [wish, functions, functionsPaise, totalPaise, tells]);

  if (!words || before === null || before === totalPaise) return null;
  const from = formatMoney(before, locale);
  return (
    <Notice live tone="problem" title={fill(words.changed, { from, to: formatMoney(totalPaise, locale) })}>
      {words.hint}
    </Notice>
  );
}
