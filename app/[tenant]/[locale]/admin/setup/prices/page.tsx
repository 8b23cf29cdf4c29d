import { PricesForm } from "@/components/admin/setup/prices-form";
import { RulesForm } from "@/components/admin/setup/rules-form";
import { weekdayNames } from "@/components/calendar/words";
import { textIn } from "@/lib/core/locale";
import { todayIn } from "@/lib/core/period";
import { loadRoom, type RoomProps } from "../load-room";
import { Room } from "../room";
import { titled } from "../room-metadata";
import { priceFormValues, ruleFormValues } from "./form-values";

export const generateMetadata = titled("prices");

export default async function PricesPage(props: RoomProps) {
  const { ctx, set, words, locale } = await loadRoom(props);
  const { venue, rules } = set.book;
  const w = words.prices;
  const named = (items: readonly { id: string; name: { en: string } }[]) =>
    items.map(({ id, name }) => ({ id, name: textIn(name, locale) }));
  const [spaces, slots] = [named(venue.spaces), named(venue.slots)];
  return (
    <Room section="prices" words={words} locale={locale} set={set}>
      <h2 className="mb-1 text-xl">{w.table}</h2>
      <p className="mb-4 max-w-3xl text-ink-2">{w.tableHint}</p>
      <PricesForm
        key={`prices ${venue.id}`}
        words={words}
        locale={locale}
        values={{ venueId: venue.id, seen: set.seen.prices, spaces: priceFormValues(set.book) }}
        spaces={spaces.map(({ name }) => name)}
        sessions={[...slots.map(({ name }) => name), w.hour]}
      />
      <h2 className="mt-10 mb-1 text-xl">{w.rules}</h2>
      <p className="mb-4 max-w-3xl text-ink-2">{w.rulesHint}</p>
      <RulesForm
        key={`rules ${venue.id}`}
        words={words}
        locale={locale}
        values={{ venueId: venue.id, seen: set.seen.rules, rules: rules.map(ruleFormValues) }}
        choices={{ spaces, slots, weekdays: weekdayNames(locale, "long") }}
        today={todayIn(ctx.now, venue.settings.timeZone)}
      />
    </Room>
  );
}
