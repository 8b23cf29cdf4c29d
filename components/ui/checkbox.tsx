import { type ComponentProps, type ReactNode, useId } from "react";

type Props = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; error?: ReactNode };

export function Checkbox({ label, error, id, ...rest }: Props) {
  const own = useId();
  const fieldId = id ?? own;
  return (
    <div className="grid gap-1">
      <label htmlFor={fieldId} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
        <input
          id={fieldId}
          type="checkbox"
          className="mt-0.5 size-5 shrink-0 accent-brand"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${fieldId}-error` : undefined}
          {...rest}
        />
        <span className="min-w-0 flex-1">{label}</span>
      </label>
      {error ? (
        <p id={`${fieldId}-error`} role="alert" className="text-[0.9375rem] font-semibold text-alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}
