import { getTranslations } from "next-intl/server";
import { Summary } from "@/components/admin/bookings/summary";
import { scopeWord } from "@/components/admin/setup/key-scopes";
import { RevokeKey } from "@/components/admin/setup/revoke-key";
import type { SetupWords } from "@/components/admin/setup/sections";
import { momentOf } from "@/components/booking/when";
import { DataTable } from "@/components/ui/data-table";
import { formatDay } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import { API_SCOPES } from "@/lib/core/permissions";
import { digits, fill } from "@/lib/i18n/plain-text";
import type { ListedApiKey } from "@/lib/people/types";

type Props = {
  caption: string;
  keys: readonly ListedApiKey[];
  words: SetupWords;
  locale: Locale;
  timeZone: string;
  now: Date;
};

/** The hall's keys, none with its secret. */
export async function KeyTable({ caption, keys, words, locale, timeZone, now }: Props) {
  const t = await getTranslations({ locale, namespace: "calendar" });
  const w = words.keys;
  const clock = { t, locale, timeZone };
  const dayOf = (at: Date) => formatDay(at, locale, timeZone, "long");
  const end = ({ revokedAt, expiresAt }: ListedApiKey) => {
    if (revokedAt) return fill(w.revokedOn, { date: dayOf(revokedAt) });
    if (!expiresAt) return w.untilRevoked;
    return fill(expiresAt > now ? w.until : w.ranOut, { date: dayOf(expiresAt) });
  };
  return (
    <DataTable
      caption={caption}
      rows={keys}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "name",
          header: w.name,
          cell: ({ name, prefix }) => (
            <>
              <b className="break-words">{name}</b>
              <code className="block text-[0.9375rem] text-ink-2">{prefix}…</code>
            </>
          ),
        },
        {
          key: "can",
          header: w.can,
          cell: ({ scopes }) => (
            <details>
              <Summary isQuiet>
                {fill(w.count, { n: digits(scopes.length, locale), of: digits(API_SCOPES.length, locale) })}
              </Summary>
              <ul className="text-left text-[0.9375rem] text-ink-2">
                {scopes.map((scope) => (
                  <li key={scope}>{scopeWord(w, scope)}</li>
                ))}
              </ul>
            </details>
          ),
        },
        {
          key: "made",
          header: w.made,
          cell: ({ createdAt, by }) => (
            <>
              {dayOf(createdAt)}
              <span className="block text-[0.9375rem] text-ink-2">{by ?? w.byOperator}</span>
            </>
          ),
        },
        {
          key: "lastUsed",
          header: w.lastUsed,
          cell: ({ lastUsedAt }) => (lastUsedAt ? momentOf(lastUsedAt, now, clock) : w.never),
        },
        { key: "lasts", header: w.lasts, cell: end },
        {
          key: "revoke",
          header: w.revokeConfirm,
          cell: ({ id, name, prefix, isLive }) =>
            isLive ? <RevokeKey keyId={id} name={name} prefix={prefix} words={words} /> : null,
        },
      ]}
    />
  );
}
