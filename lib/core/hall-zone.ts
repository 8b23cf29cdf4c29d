import type { VenueSettings } from "./venue-settings";

/**
 * The IANA zone of what belongs to no venue (a login, a note, the dashboard's today): that of the hall's first venue, and
 * India's before it has one. What a venue has, its money and its bookings, goes by the venue's own.
 */
export function hallZone(venues: readonly { settings: Pick<VenueSettings, "timeZone"> }[]): string {
  return venues[0]?.settings.timeZone ?? "Asia/Kolkata";
}
