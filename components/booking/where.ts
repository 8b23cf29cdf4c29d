import { type Locale, type LocalText, textIn } from "@/lib/core/locale";
import { DOT } from "@/lib/i18n/plain-text";

type Place = { spaceName: LocalText | null; slotName: LocalText | null };

/** "Lawn · Evening", as much of it as is known. */
export function whereOf({ spaceName, slotName }: Place, locale: Locale): string {
  return [spaceName, slotName].flatMap((name) => (name ? [textIn(name, locale)] : [])).join(DOT);
}
