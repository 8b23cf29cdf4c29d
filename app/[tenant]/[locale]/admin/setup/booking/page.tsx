import { BookingRulesForm } from "@/components/admin/setup/booking-rules-form";
import { loadRoom, type RoomProps } from "../load-room";
import { Room } from "../room";
import { titled } from "../room-metadata";

export const generateMetadata = titled("booking");

export default async function BookingRulesPage(props: RoomProps) {
  const { set, words, locale } = await loadRoom(props);
  const { id, settings } = set.book.venue;
  const { timeZone: _, currency: __, ...values } = settings;
  const seen = set.seen.bookingRules;
  return (
    <Room section="booking" words={words} locale={locale} set={set}>
      <BookingRulesForm key={id} words={words} locale={locale} values={{ ...values, venueId: id, seen }} />
    </Room>
  );
}
