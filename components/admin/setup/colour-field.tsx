"use client";

import { useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { type BrandColours, brandPair, contrastRatio } from "@/lib/core/contrast";
import type { Locale } from "@/lib/core/locale";
import { digits, fill } from "@/lib/i18n/plain-text";
import { Line } from "./fields";
import type { SetupWords } from "./sections";

/** As app/globals.css has it: what the site wears without a colour of the hall's own. */
const KUMKUM = "#9c1c31";
const PAPER = { light: "#fbf6ec", dark: "#1b1412" } as const;

/** The hall's colour, and at once how it reads on both papers; where it would not, what is used instead. */
export function ColourField({ words, locale }: { words: SetupWords; locale: Locale }) {
  const { watch, setValue } = useFormContext();
  const value: unknown = watch("brandColour");
  const colour = typeof value === "string" ? value : "";
  const pair = brandPair(colour || KUMKUM);
  const w = words.hall;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Line name="brandColour" label={w.colour} hint={w.colourHint} optional={words.optional} />
        <input
          type="color"
          aria-label={w.pickColour}
          value={brandPair(colour) ? colour.toLowerCase() : KUMKUM}
          onChange={({ target }) => setValue("brandColour", target.value, { shouldDirty: true })}
          className="h-12 w-16 cursor-pointer rounded-card border border-edge bg-card p-1"
        />
        {colour ? (
          <Button tone="quiet" onClick={() => setValue("brandColour", "", { shouldDirty: true })}>
            {w.noColour}
          </Button>
        ) : null}
      </div>
      {pair ? (
        <div role="status" className="grid gap-3 sm:grid-cols-2">
          {(["light", "dark"] as const).map((side) => (
            <Sample
              key={side}
              side={side}
              colours={pair[side]}
              asked={colour || KUMKUM}
              words={words}
              locale={locale}
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}

type SampleProps = { side: "light" | "dark"; colours: BrandColours; asked: string; words: SetupWords; locale: Locale };

function Sample({ side, colours, asked, words, locale }: SampleProps) {
  const w = words.hall;
  const ratio = (one: string) => digits(contrastRatio(one, PAPER[side]).toFixed(1), locale);
  const isKept = colours.main.toLowerCase() === asked.toLowerCase();
  return (
    <div className="grid gap-2 rounded-card border border-rule p-3" style={{ background: PAPER[side] }}>
      <span
        className="grid min-h-11 place-items-center rounded-card px-3 font-semibold"
        style={{ background: colours.main, color: colours.ink }}
      >
        {w.sample}
      </span>
      <span style={{ color: colours.main }} className="font-semibold">
        {w[side]}: {fill(w.ratio, { n: ratio(colours.main) })}
      </span>
      <span style={{ color: side === "light" ? "#2b1b17" : "#f6ecdf" }}>
        {isKept ? w.kept : fill(w.adapted, { n: ratio(asked), colour: colours.main })}
      </span>
    </div>
  );
}
