"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { control, describedBy, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { Locale } from "@/lib/core/locale";
import type { ImportWords } from "./problem-text";

type Props = {
  venues: { id: string; name: string }[];
  locale: Locale;
  words: ImportWords["upload"];
  faults: ImportWords["file"];
  offline: string;
};

type Answer = { data?: { href: string; isKnown: boolean }; file?: unknown; detail?: string };

const FIELD = "import-file";
const isFault = (value: unknown, faults: ImportWords["file"]): value is keyof ImportWords["file"] =>
  typeof value === "string" && Object.hasOwn(faults, value);

/** Sends the file as it is; what is wrong with it is said beside it, and it stays chosen. */
export function UploadForm({ venues, locale, words, faults, offline }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string>();
  const [trouble, setTrouble] = useState("");

  async function send(event: FormEvent) {
    event.preventDefault();
    if (isPending || !form.current) return;
    const data = new FormData(form.current);
    const file = data.get("file");
    if (!(file instanceof File) || file.size === 0) return setError(words.choose);
    setError(undefined);
    setTrouble("");
    setPending(true);
    const query = new URLSearchParams({ venue: String(data.get("venue")), name: file.name, lang: locale });
    try {
      const response = await fetch(`/api/admin/imports?${query}`, { method: "POST", body: file });
      const answer: Answer = await response.json();
      if (answer.data) {
        if (answer.data.isKnown) toast(words.known);
        return router.push(answer.data.href);
      }
      if (isFault(answer.file, faults)) setError(faults[answer.file]);
      else setTrouble(answer.detail ?? offline);
    } catch {
      setTrouble(offline);
    }
    setPending(false);
  }

  return (
    <form ref={form} method="post" onSubmit={send} noValidate className="grid max-w-xl gap-4">
      <Field id={FIELD} label={words.file} hint={words.hint} error={error}>
        <input
          id={FIELD}
          type="file"
          name="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(FIELD, { hint: words.hint, error })}
          className={`${control} file:mr-3 file:min-h-8 file:cursor-pointer file:rounded-card file:border file:border-edge file:bg-paper-2 file:px-3 file:font-semibold file:text-ink`}
        />
      </Field>
      {venues.length > 1 ? (
        <Select name="venue" label={words.venue}>
          {venues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ) : (
        <input type="hidden" name="venue" value={venues[0]?.id ?? ""} />
      )}
      {trouble ? <Notice live tone="problem" title={trouble} /> : null}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" aria-disabled={isPending}>
          {isPending ? words.sending : words.send}
        </Button>
        <a
          href={`/api/admin/imports/sample?lang=${locale}`}
          className="text-link inline-flex min-h-11 items-center"
          download
        >
          {words.sample}
        </a>
      </div>
    </form>
  );
}
