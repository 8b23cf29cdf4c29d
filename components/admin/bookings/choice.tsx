import { useId } from "react";
import { control } from "@/components/ui/field";

type Props = {
  name: string;
  label: string;
  value: string | undefined;
  /** What choosing nothing means. */
  any: string;
  options: readonly (readonly [string, string])[];
};

/** One choice of a filter; the label above it, nothing else. */
export function Choice({ name, label, value, any, options }: Props) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-[0.9375rem] text-ink-2">
        {label}
      </label>
      <select key={value} id={id} name={name} defaultValue={value ?? ""} className={control}>
        <option value="">{any}</option>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

type FieldProps = Pick<Props, "name" | "label" | "value">;

export const DayChoice = (props: FieldProps) => <Typed key={props.value} type="date" {...props} />;
export const TextChoice = (props: FieldProps) => <Typed type="search" {...props} />;

function Typed({ type, name, label, value }: FieldProps & { type: string }) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-[0.9375rem] text-ink-2">
        {label}
      </label>
      <input id={id} type={type} name={name} defaultValue={value ?? ""} autoComplete="off" className={control} />
    </div>
  );
}
