import type { Locale } from "@/lib/core/locale";
import { formatMoney, type Paise } from "@/lib/core/money";

export function Price({ paise, locale, className }: { paise: Paise; locale: Locale; className?: string }) {
  return (
    <span className={`whitespace-nowrap font-semibold tabular-nums ${className ?? ""}`}>
      {formatMoney(paise, locale)}
    </span>
  );
}
