import type { ComponentProps } from "react";
import { TextField } from "@/components/ui/text-field";

/** Rupees as people write them; the room's schema of an amount is in paise. */
export function AmountField(props: ComponentProps<typeof TextField>) {
  return (
    <TextField inputMode="decimal" autoComplete="off" required maxLength={20} className="tabular-nums" {...props} />
  );
}
