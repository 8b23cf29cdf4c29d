"use client";

import { createContext, type ReactNode, useContext } from "react";
import { PLAIN_BUTTON } from "./plain-button";

type Words = { title: string; text: string; retry: string; reference: string };

const ProblemWords = createContext<Words | null>(null);

/** Hands an error page its words: by the time it shows, there is no server to ask. */
export function ProblemWordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  return <ProblemWords value={words}>{children}</ProblemWords>;
}

/** What failed stays on the server; the reader gets a way on, and a reference that the logs know. */
export function Problem({ reference, retry }: { reference: string | undefined; retry: () => void }) {
  const words = useContext(ProblemWords);
  if (!words) return null;
  return (
    <div role="alert" className="wrap grid justify-items-start gap-4 py-16">
      <h1 className="text-[2rem]">{words.title}</h1>
      <p className="max-w-prose text-ink-2">{words.text}</p>
      {reference ? <p className="text-[0.9375rem] text-ink-3">{words.reference.replace("{id}", reference)}</p> : null}
      <button type="button" onClick={retry} className={PLAIN_BUTTON}>
        {words.retry}
      </button>
    </div>
  );
}
