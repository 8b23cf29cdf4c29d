"use client";

import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { fill } from "@/lib/i18n/plain-text";
import type { MadeKey } from "./key-form";
import type { KeyWords } from "./key-scopes";
import { useUnsaved } from "./use-unsaved";

type Props = { words: KeyWords; made: MadeKey; onKept: () => void };

/** A new key's secret, which nobody can show again. */
export function KeySecret({ words, made, onKept }: Props) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => heading.current?.focus(), []);
  useUnsaved(copied !== true, words.leave);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(made.key);
      setCopied(true);
    } catch {
      setCopied(false);
      field.current?.select();
    }
  };

  return (
    <section aria-labelledby={id} className="grid max-w-3xl gap-4 rounded-card border border-rule-2 bg-card p-4 md:p-5">
      <h2 id={id} ref={heading} tabIndex={-1} className="text-xl outline-none">
        {fill(words.madeTitle, { name: made.name })}
      </h2>
      <Notice tone="warning" title={words.once}>
        {words.careful}
      </Notice>
      <div className="grid items-start gap-2 sm:grid-cols-[1fr_auto]">
        <textarea
          ref={field}
          aria-labelledby={id}
          readOnly
          rows={2}
          spellCheck={false}
          value={made.key}
          onFocus={(event) => event.target.select()}
          className="min-h-12 w-full resize-none break-all rounded-card border border-edge bg-paper px-3 py-2 font-mono text-ink"
        />
        <Button onClick={copy}>{words.copy}</Button>
      </div>
      <p role="status" className="min-h-6 text-ink-2">
        {copied === null ? "" : copied ? words.copied : words.notCopied}
      </p>
      <div>
        <Button tone="secondary" onClick={onKept}>
          {words.kept}
        </Button>
      </div>
    </section>
  );
}
