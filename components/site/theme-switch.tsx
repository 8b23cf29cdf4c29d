"use client";

import { useEffect, useState } from "react";
import { readTheme, type Theme } from "./theme";

type Props = { label: string; words: { auto: string; light: string; dark: string } };

const CHOICES = ["auto", "light", "dark"] as const;
const YEAR = 31_536_000;

export function ThemeSwitch({ label, words }: Props) {
  const [theme, setTheme] = useState<Theme | "auto" | null>(null);
  useEffect(() => setTheme(readTheme(document.documentElement.dataset.theme) ?? "auto"), []);

  const choose = (choice: (typeof CHOICES)[number]) => {
    setTheme(choice);
    if (choice === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every phone's browser yet
    document.cookie = `theme=${choice};path=/;samesite=lax;max-age=${choice === "auto" ? 0 : YEAR}`;
  };

  return (
    <fieldset className="flex flex-wrap items-center gap-x-1 text-[0.9375rem]">
      <legend className="sr-only">{label}</legend>
      {CHOICES.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={theme === choice}
          onClick={() => choose(choice)}
          className="min-h-11 cursor-pointer rounded-card px-3 text-ink-2 aria-pressed:bg-card aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:outline aria-pressed:outline-rule-2"
        >
          {words[choice]}
        </button>
      ))}
    </fieldset>
  );
}
