import type { ReactNode } from "react";

export type FieldText = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do about it. */
  error?: ReactNode;
};

type Props = FieldText & { id: string; optional?: ReactNode; children: ReactNode };

/** Label above, hint below it, the error beside what caused it. The control names both with `describedBy`. */
export function Field({ id, label, hint, error, optional, children }: Props) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional ? <span className="font-medium text-ink-3"> {optional}</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-[0.9375rem] text-ink-2">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${id}-error`} role="alert" className="flex gap-2 text-[0.9375rem] font-semibold text-alert">
          <span aria-hidden="true">!</span>
          {error}
        </p>
      ) : null}
    </div>
  );
}

export function describedBy(id: string, { hint, error }: Pick<FieldText, "hint" | "error">): string | undefined {
  const ids = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter((each) => each !== null);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

export const control =
  "min-h-12 w-full rounded-card border border-edge bg-card px-3 py-2 text-[1.0625rem] text-ink placeholder:text-ink-3 aria-invalid:border-2 aria-invalid:border-alert";
