import { Summary } from "@/components/admin/bookings/summary";
import { NewKey } from "@/components/admin/setup/new-key";
import { EmptyState } from "@/components/ui/empty-state";
import { hallZone } from "@/lib/core/hall-zone";
import { digits, fill } from "@/lib/i18n/plain-text";
import { listApiKeys } from "@/lib/people/list-api-keys";
import { listVenues } from "@/lib/venues/queries";
import { loadWords } from "../load-room";
import { Room } from "../room";
import { titled } from "../room-metadata";
import { KeyTable } from "./table";

export const generateMetadata = titled("keys");

export default async function KeysPage() {
  const { ctx, words, locale } = await loadWords("key.write");
  const w = words.keys;
  const [keys, venues] = await Promise.all([listApiKeys(ctx), listVenues(ctx.tenant)]);
  const [live, ended] = [keys.filter(({ isLive }) => isLive), keys.filter(({ isLive }) => !isLive)];
  const shared = { words, locale, timeZone: hallZone(venues), now: ctx.now };
  const docs = (
    <a href="/api/v1/docs" className="text-link inline-flex min-h-11 items-center">
      {w.docs}
    </a>
  );
  return (
    <Room section="keys" words={words} locale={locale} more={keys.length > 0 ? docs : null}>
      <div className="grid gap-6">
        {keys.length === 0 ? (
          <EmptyState title={w.none} action={docs}>
            {w.noneHint}
          </EmptyState>
        ) : null}
        <NewKey words={words} locale={locale} />
        {live.length > 0 ? <KeyTable {...shared} caption={w.list} keys={live} /> : null}
        {ended.length > 0 ? (
          <details>
            <Summary>{fill(w.ended, { n: digits(ended.length, locale) })}</Summary>
            <KeyTable {...shared} caption={fill(w.ended, { n: digits(ended.length, locale) })} keys={ended} />
          </details>
        ) : null}
      </div>
    </Room>
  );
}
