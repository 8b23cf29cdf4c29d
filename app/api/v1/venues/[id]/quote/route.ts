import { priceBooking } from "@/lib/bookings/price-booking";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { quoteBooking } from "../../../_contract/venues";
import { lineResource } from "../../../_handlers/booking-resource";
import { functionsWished } from "../../../_handlers/functions-wished";
import { requireVenue } from "../../../_handlers/require-venue";

export const POST = operation(quoteBooking, async ({ ctx, params, body }) => {
  const venue = await requireVenue(ctx, params.id);
  const { quote, functions } = await priceBooking(ctx, {
    ...{ venueId: venue.id, guests: body.guestCount, addOns: body.addOns },
    functions: functionsWished(venue, body, "other"),
  });
  return {
    data: {
      ...{ ...quote, lines: quote.lines.map(lineResource) },
      functions: functions.map(({ spaceId, slotId, date, period }) => ({
        ...{ spaceId, slotId, date },
        startTs: period.startsAt.toISOString(),
        endTs: period.endsAt.toISOString(),
      })),
    },
  };
});

export const { GET, PUT, PATCH, DELETE } = only("POST");
