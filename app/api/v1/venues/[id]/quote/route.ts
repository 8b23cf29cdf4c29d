import { priceBooking } from "@/lib/bookings/price-booking";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { quoteBooking } from "../../../_contract/venues";
import { lineResource } from "../../../_handlers/booking-resource";
import { functionsWished } from "../../../_handlers/functions-wished";

export const POST = operation(quoteBooking, async ({ ctx, params, body }) => {
  const { quote, functions } = await priceBooking(ctx, {
    ...{ venueId: params.id, guests: body.guestCount, addOns: body.addOns },
    functions: await functionsWished(ctx, params.id, body, "other"),
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
