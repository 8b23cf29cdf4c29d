import { type ComponentProps, useId } from "react";
import { control, describedBy, Field, type FieldText } from "./field";

/**
 * For a count: not a number field, which refuses the digits of a Marathi or Hindi keyboard. A `title` says what is asked for.
 */
export const wholeNumber = {
  type: "text",
  inputMode: "numeric",
  autoComplete: "off",
  pattern: "[\\s0०,]*[1-9१-९][0-9०-९,\\s]{0,7}",
} as const;

type Shared = FieldText & { optional?: string | undefined };

export function TextField({ label, hint, error, optional, id, className, ...rest }: ComponentProps<"input"> & Shared) {
  const own = useId();
  const fieldId = id ?? own;
  return (
    <Field id={fieldId} label={label} hint={hint} error={error} optional={optional}>
      <input
        id={fieldId}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, { hint, error })}
        className={className ? `${control} ${className}` : control}
        {...rest}
      />
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  id,
  className,
  ...rest
}: ComponentProps<"textarea"> & Shared) {
  const own = useId();
  const fieldId = id ?? own;
  return (
    <Field id={fieldId} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        id={fieldId}
        rows={3}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, { hint, error })}
        className={className ? `${control} ${className}` : control}
        {...rest}
      />
    </Field>
  );
}
