import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { bookingRef } from "@/lib/bookings/input";
import { type BookingView, loadBooking } from "@/lib/bookings/queries";
import { isAppError } from "@/lib/errors";
import { localePath } from "@/lib/i18n/paths";
import { findVenueById } from "@/lib/venues/queries";
import type { Venue } from "@/lib/venues/types";
import { loadCtx } from "@/lib/web/ctx";
import { type PersonCtx, personCtx } from "@/lib/web/visit";

export type OwnBooking = BookingView & { ctx: PersonCtx; place: Venue };

/** Whoever is not signed in logs in first and comes back here. */
export async function requireLogin(path: string): Promise<PersonCtx> {
  const visit = await loadCtx();
  if (!visit.person) {
    redirect(`${localePath(visit.locale, "/login")}?next=${encodeURIComponent(localePath(visit.locale, path))}`);
  }
  return personCtx(visit);
}

/** A booking of one's own with its venue; another family's does not exist. */
export const loadOwnBooking = cache(async (id: string, path: string): Promise<OwnBooking> => {
  const ctx = await requireLogin(path);
  if (!bookingRef.safeParse({ bookingId: id }).success) notFound();
  const view = await loadBooking(ctx, id).catch((error: unknown) => {
    if (isAppError(error, "NOT_FOUND") || isAppError(error, "FORBIDDEN")) notFound();
    throw error;
  });
  const place = await findVenueById(ctx.tenant, view.venue.id);
  return place ? { ...view, ctx, place } : notFound();
});
