import type { UseFormRegisterReturn } from "react-hook-form";
import type { HandMethod } from "@/lib/core/payment-method";
import type { Messages } from "@/lib/i18n/load-messages";

export type MethodWords = Messages["bookings"]["ledger"]["methods"];

type Props = { label: string; methods: readonly HandMethod[]; words: MethodWords; field: UseFormRegisterReturn };

/** Every way at a glance, one tap each. */
export function MethodChoice({ label, methods, words, field }: Props) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {methods.map((method) => (
          <label
            key={method}
            className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-card border border-edge bg-card px-3 py-2 has-checked:border-brand has-checked:bg-paper-2 has-checked:font-semibold"
          >
            <input type="radio" value={method} {...field} className="accent-(--brand)" />
            <span className="inline-block first-letter:uppercase">{words[method]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
