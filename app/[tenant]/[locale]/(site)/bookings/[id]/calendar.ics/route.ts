import { getTranslations } from "next-intl/server";
import { bookingCalendar } from "@/components/booking/booking-calendar";
import { functionName } from "@/components/booking/function-lines";
import { bookingRef } from "@/lib/bookings/input";
import { loadBooking } from "@/lib/bookings/queries";
import { textIn } from "@/lib/core/locale";
import { AppError, isAppError } from "@/lib/errors";
import { localePath } from "@/lib/i18n/paths";
import { requirePerson } from "@/lib/web/ctx";
import { problemResponse } from "@/lib/web/problem";

type Props = { params: Promise<{ id: string }> };

/** A booking's functions for the family's own calendar. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  try {
    const ctx = await requirePerson();
    if (!bookingRef.safeParse({ bookingId: id }).success) throw new AppError("NOT_FOUND");
    const { locale } = ctx;
    const { booking, venue, functions } = await loadBooking(ctx, id);
    const names = await getTranslations({ locale, namespace: "booking.functions" });
    const url = new URL(localePath(locale, `/bookings/${id}`), originOf(request)).toString();
    const text = bookingCalendar({
      bookingId: id,
      number: booking.number,
      status: booking.status,
      changes: booking.dateChanges,
      updatedAt: booking.updatedAt,
      title: booking.eventTitle,
      location: `${textIn(venue.name, locale)}, ${textIn(venue.address, locale)}`,
      timeZone: venue.timeZone,
      url,
      functions: functions.map((one) => ({
        name: functionName(names, one.name),
        space: textIn(one.spaceName, locale),
        startsAt: one.startsAt,
        endsAt: one.endsAt,
      })),
    });
    return new Response(text, {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": `attachment; filename="${booking.number}.ics"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    const hidden = isAppError(error, "FORBIDDEN") ? new AppError("NOT_FOUND") : error;
    return problemResponse(hidden, { locale: "en", requestId: crypto.randomUUID() });
  }
}

function originOf(request: Request): string {
  const proto = request.headers.get("x-forwarded-proto") ?? new URL(request.url).protocol.replace(":", "");
  return `${proto}://${request.headers.get("host") ?? new URL(request.url).host}`;
}
