import { addDays, addMonths } from "./local-date";
import { minutesIn, type Period, startOfDay, todayIn } from "./period";

export type ConfirmationTrigger = "advance_paid" | "approval" | "advance_paid_and_approval";

export type VenueSettings = {
  /** IANA zone. */
  timeZone: string;
  currency: "INR";
  setupMinutes: number;
  cleanupMinutes: number;
  leadMinutes: number;
  horizonMonths: number;
  minMinutes: number;
  maxMinutes: number;
  holdMinutes: number;
  answerMinutes: number;
  confirmation: ConfirmationTrigger;
  payAtHall: boolean;
  customTimes: "none" | "staff" | "everyone";
};

export type WindowProblem = "LEAD_TIME" | "BEYOND_HORIZON" | "IN_THE_PAST" | "TOO_SHORT" | "TOO_LONG" | "INVERTED";

type Window = Pick<VenueSettings, "timeZone" | "leadMinutes" | "horizonMonths">;

/** How long before its start a period closes, in milliseconds: the lead time, and in any case when it has begun. */
export function closesBefore({ leadMinutes }: Pick<VenueSettings, "leadMinutes">): number {
  return Math.max(1, leadMinutes * 60_000);
}

/** What may be booked now starts in this period: after the lead time, and no later than the horizon's last day. */
export function openWindow(settings: Window, now: Date): Period {
  const lastDay = addMonths(todayIn(now, settings.timeZone), settings.horizonMonths);
  return {
    startsAt: new Date(now.getTime() + closesBefore(settings)),
    endsAt: startOfDay(addDays(lastDay, 1), settings.timeZone),
  };
}

/** Why a period may not be booked at a venue now, or null. */
export function checkWindow(period: Period, settings: VenueSettings, now: Date): WindowProblem | null {
  const { startsAt, endsAt } = period;
  const open = openWindow(settings, now);
  if (endsAt <= startsAt) return "INVERTED";
  if (startsAt <= now) return "IN_THE_PAST";
  if (startsAt < open.startsAt) return "LEAD_TIME";
  if (startsAt >= open.endsAt) return "BEYOND_HORIZON";
  const minutes = minutesIn(period);
  if (minutes < settings.minMinutes) return "TOO_SHORT";
  return minutes > settings.maxMinutes ? "TOO_LONG" : null;
}
