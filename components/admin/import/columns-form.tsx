"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { callAction } from "@/components/booking/call-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextField, wholeNumber } from "@/components/ui/text-field";
import { readCount } from "@/lib/core/digits";
import { IMPORT_FIELDS, type ImportField } from "@/lib/core/import-field-names";
import type { ImportMapping } from "@/lib/core/import-fields";
import { HAND_METHODS } from "@/lib/core/payment-method";
import { mapImportAction } from "@/lib/imports/actions";
import type { ImportWords } from "./problem-text";

type Props = {
  importId: string;
  mapping: ImportMapping;
  /** Each column's name and a cell of it. */
  columns: string[];
  linesHref: string;
  words: Pick<ImportWords, "columns" | "fields" | "methods">;
  offline: string;
};

type Values = {
  columns: Record<ImportField, string>;
  dateOrder: "dmy" | "mdy";
  guests: string;
  paidOn: string;
  method: string;
};

/** Without these no line can be booked; a name may stand in the event's column. */
const isEnough = ({ date, phone, name, title }: Values["columns"]) =>
  date !== "" && phone !== "" && (name !== "" || title !== "");

/** Which column says what. A choice that is not enough is said before anything is sent. */
export function ColumnsForm({ importId, mapping, columns, linesHref, words, offline }: Props) {
  const router = useRouter();
  const [trouble, setTrouble] = useState("");
  const { register, handleSubmit, formState } = useForm<Values>({
    defaultValues: {
      columns: Object.fromEntries(IMPORT_FIELDS.map((field) => [field, String(mapping.columns[field] ?? "")])),
      ...{
        dateOrder: mapping.dateOrder,
        guests: String(mapping.guests),
        paidOn: mapping.paidOn,
        method: mapping.method,
      },
    },
  });
  const { isSubmitting } = formState;

  async function save(values: Values) {
    if (!isEnough(values.columns)) return setTrouble(words.columns.missing);
    setTrouble("");
    const chosen = IMPORT_FIELDS.flatMap((field) =>
      values.columns[field] === "" ? [] : [[field, Number(values.columns[field])] as const],
    );
    const outcome = await callAction(() =>
      mapImportAction({
        importId,
        columns: Object.fromEntries(chosen),
        dateOrder: values.dateOrder,
        guests: readCount(values.guests, 100_000) ?? 0,
        paidOn: values.paidOn,
        method: HAND_METHODS.find((one) => one === values.method) ?? "cash",
      }),
    );
    if (outcome.kind === "done") return router.push(linesHref);
    setTrouble(outcome.kind === "refused" ? outcome.message || words.columns.missing : offline);
  }

  return (
    <form method="post" onSubmit={handleSubmit(save)} noValidate className="grid gap-6">
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {IMPORT_FIELDS.map((field) => (
          <Select key={field} {...register(`columns.${field}`)} label={words.fields[field]}>
            <option value="">{words.columns.none}</option>
            {columns.map((name, column) => (
              <option key={name} value={column}>
                {name}
              </option>
            ))}
          </Select>
        ))}
      </div>
      <fieldset className="grid gap-4">
        <legend className="mb-3 font-serif text-lg">{words.columns.otherwise}</legend>
        <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <Select {...register("dateOrder")} label={words.columns.order}>
            <option value="dmy">{words.columns.dmy}</option>
            <option value="mdy">{words.columns.mdy}</option>
          </Select>
          <TextField {...register("guests")} label={words.columns.guests} {...wholeNumber} />
          <TextField {...register("paidOn")} label={words.columns.paidOn} type="date" />
          <Select {...register("method")} label={words.columns.method}>
            {HAND_METHODS.map((method) => (
              <option key={method} value={method}>
                {words.methods[method]}
              </option>
            ))}
          </Select>
        </div>
      </fieldset>
      {trouble ? <Notice live tone="problem" title={trouble} /> : null}
      <div>
        <Button type="submit" aria-disabled={isSubmitting}>
          {isSubmitting ? words.columns.saving : words.columns.save}
        </Button>
      </div>
    </form>
  );
}
