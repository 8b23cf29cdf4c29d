import { ArchiveSpace } from "@/components/admin/setup/archive-buttons";
import { Adding, Item } from "@/components/admin/setup/item";
import { SpaceForm } from "@/components/admin/setup/space-form";
import { textIn } from "@/lib/core/locale";
import { formatNumber } from "@/lib/core/money";
import { fill } from "@/lib/i18n/plain-text";
import type { VenueSpace } from "@/lib/venues/types";
import { loadRoom, type RoomProps } from "../load-room";
import { Room } from "../room";
import { titled } from "../room-metadata";
import { drawingOf } from "./drawing";

export const generateMetadata = titled("spaces");

export default async function SpacesPage(props: RoomProps) {
  const { set, words, locale } = await loadRoom(props);
  const { id: venueId, spaces } = set.book.venue;
  const isPart = ({ id, partIds }: VenueSpace) => partIds.length === 1 && partIds[0] === id;
  const parts = spaces.filter(isPart).map(({ id, name }) => ({ id, name: textIn(name, locale) }));
  const nameOf = (id: string) => parts.find((part) => part.id === id)?.name ?? "";
  const w = words.spaces;
  const detailOf = (space: VenueSpace) => {
    const room = fill(w.holds, { n: formatNumber(space.capacity, locale) });
    return isPart(space) ? room : `${room} ${fill(w.isMadeOf, { parts: space.partIds.map(nameOf).join(" + ") })}`;
  };
  return (
    <Room section="spaces" words={words} locale={locale} set={set}>
      <ul className="grid gap-4">
        {spaces.map((space) => {
          const { id, name, about, capacity, illustration, partIds } = space;
          const seen = set.seen.items[id];
          const title = textIn(name, locale);
          return (
            <Item
              key={id}
              title={title}
              detail={detailOf(space)}
              open={words.edit}
              close={words.close}
              about={title}
              actions={<ArchiveSpace words={words} locale={locale} venueId={venueId} id={id} about={title} />}
            >
              <SpaceForm
                words={words}
                locale={locale}
                parts={parts.filter((part) => part.id !== id)}
                values={{
                  ...{ venueId, seen, spaceId: id, name, about, capacity },
                  ...{ illustration: drawingOf(illustration), partIds: isPart(space) ? [] : partIds },
                }}
              />
            </Item>
          );
        })}
      </ul>
      <Adding open={w.add} close={words.close}>
        <SpaceForm
          words={words}
          locale={locale}
          parts={parts}
          values={{
            ...{ venueId, name: { en: "" }, about: { en: "" }, capacity: "", illustration: "hall", partIds: [] },
          }}
        />
      </Adding>
    </Room>
  );
}
