import { VenueForm } from "@/components/admin/setup/venue-form";
import { formatPhone } from "@/lib/core/phone";
import { loadRoom, type RoomProps } from "../load-room";
import { Room } from "../room";
import { titled } from "../room-metadata";

export const generateMetadata = titled("venue");

export default async function VenuePage(props: RoomProps) {
  const { set, words, locale } = await loadRoom(props);
  const { id, name, about, address, phone, whatsapp, latitude, longitude, ...venue } = set.book.venue;
  const { amenities, included, houseRules } = venue;
  const seen = set.seen.venue;
  return (
    <Room section="venue" words={words} locale={locale} set={set}>
      <VenueForm
        key={id}
        words={words}
        locale={locale}
        values={{
          ...{ venueId: id, seen, name, about, address, latitude, longitude, amenities, included, houseRules },
          ...{ phone: formatPhone(phone), whatsapp: whatsapp ? formatPhone(whatsapp) : "" },
        }}
      />
    </Room>
  );
}
