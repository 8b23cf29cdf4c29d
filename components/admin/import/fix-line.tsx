"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { callAction } from "@/components/booking/call-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { ImportField } from "@/lib/core/import-field-names";
import { fill } from "@/lib/i18n/plain-text";
import { fixImportRowAction, leaveOutRowAction } from "@/lib/imports/actions";
import type { ImportWords } from "./problem-text";

type Words = Pick<ImportWords, "lines" | "fields"> & { offline: string };
type Row = { importId: string; rowId: string; line: string };

export type FixField = { field: ImportField; text: string; choices?: { id: string; name: string }[] };

/** The cells that something is against, to be typed over; what is saved is looked at again at once. */
export function FixLine({ importId, rowId, line, fields, words }: Row & { fields: FixField[]; words: Words }) {
  const [trouble, setTrouble] = useState("");
  const { register, handleSubmit, formState } = useForm<Partial<Record<ImportField, string>>>({
    defaultValues: Object.fromEntries(
      fields.map(({ field, text, choices }) => [
        field,
        choices && !choices.some(({ name }) => name === text) ? "" : text,
      ]),
    ),
  });
  const { isSubmitting } = formState;

  async function save(values: Partial<Record<ImportField, string>>) {
    setTrouble("");
    // A list that nothing was chosen from leaves the cell as it is.
    const typed = Object.fromEntries(
      fields.flatMap(({ field, choices }) => (choices && !values[field] ? [] : [[field, values[field] ?? ""]])),
    );
    const outcome = await callAction(() => fixImportRowAction({ importId, rowId, typed }));
    if (outcome.kind !== "done") setTrouble(outcome.kind === "refused" ? outcome.message : words.offline);
  }

  return (
    <details className="open:basis-full">
      <summary
        className="inline-flex min-h-11 cursor-pointer items-center rounded-card border border-edge bg-card px-4 font-semibold hover:bg-paper-2"
        aria-label={fill(words.lines.fixOf, { n: line })}
      >
        {words.lines.fix}
      </summary>
      <form method="post" onSubmit={handleSubmit(save)} noValidate className="mt-3 grid gap-4">
        <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {fields.map(({ field, text, choices }) =>
            choices ? (
              <Select key={field} {...register(field)} label={words.fields[field]}>
                <option value="">{fill(words.lines.asInFile, { text: text || "–" })}</option>
                {choices.map(({ id, name }) => (
                  <option key={id} value={name}>
                    {name}
                  </option>
                ))}
              </Select>
            ) : (
              <TextField
                key={field}
                {...register(field)}
                label={words.fields[field]}
                autoComplete="off"
                maxLength={2000}
              />
            ),
          )}
        </div>
        {trouble ? <Notice live tone="problem" title={trouble} /> : null}
        <div>
          <Button type="submit" aria-disabled={isSubmitting}>
            {isSubmitting ? words.lines.saving : words.lines.save}
          </Button>
        </div>
      </form>
    </details>
  );
}

export function LeaveOut({ importId, rowId, line, isLeftOut, words }: Row & { isLeftOut: boolean; words: Words }) {
  const [isPending, setPending] = useState(false);
  const [trouble, setTrouble] = useState("");
  const change = async () => {
    if (isPending) return;
    setPending(true);
    const outcome = await callAction(() => leaveOutRowAction({ importId, rowId, isLeftOut: !isLeftOut }));
    setPending(false);
    if (outcome.kind !== "done") setTrouble(outcome.kind === "refused" ? outcome.message : words.offline);
  };
  return (
    <>
      <Button tone="quiet" aria-disabled={isPending} onClick={change}>
        {fill(isLeftOut ? words.lines.takeIn : words.lines.leaveOut, { n: line })}
      </Button>
      {trouble ? <Notice live tone="problem" title={trouble} /> : null}
    </>
  );
}
