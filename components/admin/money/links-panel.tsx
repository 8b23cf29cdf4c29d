import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import { momentOf } from "@/components/booking/when";
import { Tag } from "@/components/ui/tag";
import type { Locale } from "@/lib/core/locale";
import { formatMoney, type Paise } from "@/lib/core/money";
import { fill } from "@/lib/i18n/plain-text";
import type { BookingMoney } from "@/lib/payments/types";
import { type LinkWords, OpenLinkActions, SendLink } from "./send-link";

type Props = {
  bookingId: string;
  links: BookingMoney["links"];
  /** Nothing where nothing can be asked for. */
  suggestedPaise: Paise;
  locale: Locale;
  timeZone: string;
  now: Date;
  words: LinkWords;
};

/** Asking for money online, and what became of each time it was asked. */
export async function LinksPanel({ bookingId, links, suggestedPaise, locale, timeZone, now, words }: Props) {
  if (links.length === 0 && suggestedPaise <= 0) return null;
  const clock = { t: await getTranslations({ locale, namespace: "calendar" }), locale, timeZone };
  return (
    <Panel title={words.title}>
      {suggestedPaise > 0 ? <SendLink {...{ bookingId, suggestedPaise, locale, words }} key={suggestedPaise} /> : null}
      {links.length > 0 ? (
        <ul className="mt-4">
          {links.map(({ linkId, url, amountPaise, status, expiresAt }) => (
            <li key={linkId} className="flex flex-wrap items-center justify-between gap-3 border-rule border-t py-2">
              <span className="flex flex-wrap items-center gap-2">
                <b>{formatMoney(amountPaise, locale)}</b>
                <Tag tone={status === "paid" ? "good" : status === "created" ? "waiting" : "plain"}>
                  {words.status[status]}
                </Tag>
                {status === "created" && expiresAt ? (
                  <span className="text-[0.9375rem] text-ink-2">
                    {fill(words.until, { time: momentOf(expiresAt, now, clock) })}
                  </span>
                ) : null}
              </span>
              {status === "created" && url ? <OpenLinkActions linkId={linkId} url={url} words={words} /> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}
