"use client";

import { useDraft } from "./draft";

/** The event's title and wishes as this browser knows them. */
export function DraftSummary({ missing }: { missing: string }) {
  const draft = useDraft();
  if (!draft) return <p className="min-h-6">&nbsp;</p>;
  return (
    <>
      <p className="font-semibold">{draft.title || missing}</p>
      {draft.wishes ? <p className="whitespace-pre-line text-ink-2">{draft.wishes}</p> : null}
    </>
  );
}
