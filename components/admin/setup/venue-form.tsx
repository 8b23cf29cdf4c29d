"use client";

import type * as z from "zod";
import type { Locale } from "@/lib/core/locale";
import { changeVenueAction } from "@/lib/venues/actions";
import type { changeVenueInput } from "@/lib/venues/input";
import { Line, LocalLines } from "./fields";
import { LocalList } from "./local-list";
import type { SetupWords } from "./sections";
import { SetupForm } from "./setup-form";

type Values = z.input<typeof changeVenueInput>;

export function VenueForm({ words, locale, values }: { words: SetupWords; locale: Locale; values: Values }) {
  const w = words.venue;
  return (
    <SetupForm
      words={words}
      locale={locale}
      values={values}
      run={(preview, change) => changeVenueAction({ preview, change })}
    >
      <LocalLines name="name" label={w.name} words={words} />
      <LocalLines name="about" label={w.about} words={words} isLong />
      <LocalLines name="address" label={w.address} words={words} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Line name="phone" type="tel" label={w.phone} />
        <Line name="whatsapp" type="tel" label={w.whatsapp} optional={words.optional} />
        <Line name="latitude" inputMode="decimal" label={w.latitude} hint={w.mapHint} />
        <Line name="longitude" inputMode="decimal" label={w.longitude} />
      </div>
      <LocalList name="amenities" label={w.amenities} words={words} locale={locale} />
      <LocalList name="included" label={w.included} words={words} locale={locale} />
      <LocalList name="houseRules" label={w.houseRules} words={words} locale={locale} />
    </SetupForm>
  );
}
