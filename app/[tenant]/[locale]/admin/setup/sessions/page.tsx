import { ArchiveSlot } from "@/components/admin/setup/archive-buttons";
import { Adding, Item } from "@/components/admin/setup/item";
import { SlotForm } from "@/components/admin/setup/slot-form";
import { weekdayNames } from "@/components/calendar/words";
import { textIn } from "@/lib/core/locale";
import type { Slot } from "@/lib/core/slots";
import { digits } from "@/lib/i18n/plain-text";
import { loadRoom, type RoomProps } from "../load-room";
import { Room } from "../room";
import { titled } from "../room-metadata";

export const generateMetadata = titled("sessions");

const DAY = 1440;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

function endOf({ startTime, lengthMinutes }: Slot): string {
  const end = (Number(startTime.slice(0, 2)) * 60 + Number(startTime.slice(3)) + lengthMinutes) % DAY;
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(end / 60))}:${two(end % 60)}`;
}

export default async function SessionsPage(props: RoomProps) {
  const { set, words, locale } = await loadRoom(props);
  const { id: venueId, slots } = set.book.venue;
  const weekdays = weekdayNames(locale, "long");
  const short = weekdayNames(locale, "short");
  const w = words.sessions;
  const detailOf = (slot: Slot) => {
    const days = slot.weekdays.length === 7 ? w.everyDay : slot.weekdays.map((day) => short[day - 1]).join(", ");
    return `${digits(slot.startTime, locale)}–${digits(endOf(slot), locale)}, ${days}`;
  };
  return (
    <Room section="sessions" words={words} locale={locale} set={set}>
      <ul className="grid gap-4">
        {slots.map((slot) => {
          const { id, name, startTime, lengthMinutes } = slot;
          const seen = set.seen.items[id];
          const title = textIn(name, locale);
          return (
            <Item
              key={id}
              title={title}
              detail={detailOf(slot)}
              open={words.edit}
              close={words.close}
              about={title}
              actions={<ArchiveSlot words={words} locale={locale} venueId={venueId} id={id} about={title} />}
            >
              <SlotForm
                words={words}
                locale={locale}
                weekdays={weekdays}
                values={{
                  ...{ venueId, seen, slotId: id, name, startTime, endTime: endOf(slot) },
                  ...{ isLong: lengthMinutes > DAY, weekdays: slot.weekdays },
                }}
              />
            </Item>
          );
        })}
      </ul>
      <Adding open={w.add} close={words.close}>
        <SlotForm
          words={words}
          locale={locale}
          weekdays={weekdays}
          values={{ venueId, name: { en: "" }, startTime: "", endTime: "", isLong: false, weekdays: EVERY_DAY }}
        />
      </Adding>
    </Room>
  );
}
