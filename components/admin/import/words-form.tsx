"use client";

import { type FormEvent, useState } from "react";
import { callAction } from "@/components/booking/call-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { fill } from "@/lib/i18n/plain-text";
import { teachImportAction } from "@/lib/imports/actions";
import type { ImportWords } from "./problem-text";

type Choice = { id: string; name: string };
type Unknown = { word: string; lines: string };
type Props = {
  importId: string;
  unknown: { space: Unknown[]; session: Unknown[] };
  choices: { space: Choice[]; session: Choice[] };
  words: ImportWords["words"];
  offline: string;
};

const KINDS = ["space", "session"] as const;

/** What "AM hall" means is said once, not on a hundred lines. */
export function WordsForm({ importId, unknown, choices, words, offline }: Props) {
  const [isPending, setPending] = useState(false);
  const [trouble, setTrouble] = useState("");

  async function teach(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const data = new FormData(event.currentTarget);
    const meant = (kind: "space" | "session") =>
      Object.fromEntries(
        unknown[kind].flatMap(({ word }, index) => {
          const id = data.get(`${kind}-${index}`);
          return typeof id === "string" && id !== "" ? [[word, id] as const] : [];
        }),
      );
    setPending(true);
    setTrouble("");
    const outcome = await callAction(() =>
      teachImportAction({ importId, space: meant("space"), session: meant("session") }),
    );
    setPending(false);
    if (outcome.kind !== "done") setTrouble(outcome.kind === "refused" ? outcome.message : offline);
  }

  return (
    <form method="post" onSubmit={teach} className="grid gap-4">
      <p className="text-ink-2">{words.lead}</p>
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {KINDS.flatMap((kind) =>
          unknown[kind].map(({ word, lines }, index) => (
            <Select key={`${kind} ${word}`} name={`${kind}-${index}`} label={fill(words[kind], { word, n: lines })}>
              <option value="">{words.leave}</option>
              {choices[kind].map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )),
        )}
      </div>
      {trouble ? <Notice live tone="problem" title={trouble} /> : null}
      <div>
        <Button type="submit" tone="secondary" aria-disabled={isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
