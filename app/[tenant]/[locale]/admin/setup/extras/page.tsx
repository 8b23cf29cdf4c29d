import { ArchiveExtra } from "@/components/admin/setup/archive-buttons";
import { ExtraForm } from "@/components/admin/setup/extra-form";
import { Adding, Item } from "@/components/admin/setup/item";
import { EmptyState } from "@/components/ui/empty-state";
import { textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { loadRoom, type RoomProps } from "../load-room";
import { Room } from "../room";
import { titled } from "../room-metadata";

export const generateMetadata = titled("extras");

export default async function ExtrasPage(props: RoomProps) {
  const { set, words, locale } = await loadRoom(props);
  const { id: venueId, addOns } = set.book.venue;
  const w = words.extras;
  return (
    <Room section="extras" words={words} locale={locale} set={set}>
      {addOns.length === 0 ? <EmptyState title={w.none}>{w.noneHint}</EmptyState> : null}
      <ul className="grid gap-4">
        {addOns.map(({ id, unitPricePaise, maxQuantity, ...rest }) => {
          const seen = set.seen.items[id];
          const title = textIn(rest.name, locale);
          return (
            <Item
              key={id}
              title={title}
              detail={`${formatMoney(unitPricePaise, locale)} ${w.per[rest.unit]}`}
              open={words.edit}
              close={words.close}
              about={title}
              actions={<ArchiveExtra words={words} locale={locale} venueId={venueId} id={id} about={title} />}
            >
              <ExtraForm
                words={words}
                locale={locale}
                values={{
                  ...{ ...rest, venueId, seen, addOnId: id },
                  ...{ price: String(unitPricePaise / 100), maxQuantity: maxQuantity ?? "" },
                }}
              />
            </Item>
          );
        })}
      </ul>
      <Adding open={w.add} close={words.close}>
        <ExtraForm
          words={words}
          locale={locale}
          values={{
            ...{ venueId, name: { en: "" }, about: { en: "" }, unit: "booking", price: "" },
            ...{ gstRate: 18, sac: "", maxQuantity: "" },
          }}
        />
      </Adding>
    </Room>
  );
}
