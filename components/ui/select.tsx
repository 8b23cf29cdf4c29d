import { type ComponentProps, type ReactNode, useId } from "react";
import { control, describedBy, Field, type FieldText } from "./field";

type Props = ComponentProps<"select"> & FieldText & { optional?: string | undefined; children: ReactNode };

/** The platform's own list: on a phone nothing is quicker to use. */
export function Select({ label, hint, error, optional, id, className, children, ...rest }: Props) {
  const own = useId();
  const fieldId = id ?? own;
  return (
    <Field id={fieldId} label={label} hint={hint} error={error} optional={optional}>
      <select
        id={fieldId}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, { hint, error })}
        className={className ? `${control} ${className}` : control}
        {...rest}
      >
        {children}
      </select>
    </Field>
  );
}
