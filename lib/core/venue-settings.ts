import { addMonths } from "./local-date";
import { localDateOf, minutesIn, type Period, todayIn } from "./period";

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

/** Why a period may not be booked at a venue now, or null. */
export function checkWindow(period: Period, settings: VenueSettings, now: Date): WindowProblem | null {
  const { startsAt, endsAt } = period;
  if (endsAt <= startsAt) return "INVERTED";
  if (startsAt <= now) return "IN_THE_PAST";
  if (startsAt.getTime() < now.getTime() + settings.leadMinutes * 60_000) return "LEAD_TIME";
  const lastDay = addMonths(todayIn(now, settings.timeZone), settings.horizonMonths);
  if (localDateOf(startsAt, settings.timeZone) > lastDay) return "BEYOND_HORIZON";
  const minutes = minutesIn(period);
  if (minutes < settings.minMinutes) return "TOO_SHORT";
  return minutes > settings.maxMinutes ? "TOO_LONG" : null;
}
