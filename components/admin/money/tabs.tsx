import Link from "next/link";
import type { Locale } from "@/lib/core/locale";
import type { Messages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";

const TABS = [
  { key: "due", path: "" },
  { key: "received", path: "/received" },
  { key: "refunds", path: "/refunds" },
  { key: "dayBook", path: "/day-book" },
  { key: "gst", path: "/gst" },
] as const;

type Props = { locale: Locale; current: (typeof TABS)[number]["key"]; words: Messages["admin"]["money"]["tabs"] };

/** The room's lists, side by side. */
export function MoneyTabs({ locale, current, words }: Props) {
  return (
    <nav aria-label={words.label} className="mb-5 border-rule-2 border-b print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {TABS.map(({ key, path }) => (
          <li key={key}>
            <Link
              href={localePath(locale, `/admin/money${path}`)}
              aria-current={key === current ? "page" : undefined}
              className="inline-flex min-h-11 items-center border-transparent border-b-3 px-3 text-ink-2 hover:text-ink aria-[current=page]:border-brand aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {words[key]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
