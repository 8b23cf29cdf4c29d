import type { Paise } from "@/lib/core/money";
import type { OccupancySums } from "@/lib/core/occupancy-sums";
import type { ReportPeriod } from "@/lib/core/report-period";
import type { Venue } from "@/lib/venues/types";

type Amount = { bookings: number; paise: Paise };

/**
 * Bookings by the day of their first function: `booked` stand (confirmed or completed), `cancelled` stood once. `lead` is
 * the step of LEAD_FROM_DAYS that the days from taking to that function fall into.
 */
export type BookedRow = Amount & { month: string; muhurat: boolean; kind: "booked" | "cancelled"; lead: number };

/** Money by the day on which it moved. */
export type MoneyRow = { month: string; inPaise: Paise; outPaise: Paise };

/** Functions of bookings that stand, by their own day; `slotId` is null for times of one's own. */
export type FunctionRow = { spaceId: string; slotId: string | null; weekday: number; functions: number };

/** Bookings that stand, by the day on which they were taken; `takenBy` is null where the family booked by itself. */
export type TakenRow = Amount & { source: string; takenBy: string | null; name: string | null; discountPaise: Paise };

export type Figures = {
  period: ReportPeriod;
  booked: BookedRow[];
  /** Half of the bookings were taken at least so many days ahead; null without bookings. */
  leadDays: number | null;
  money: MoneyRow[];
  functions: FunctionRow[];
  taken: TakenRow[];
  occupancy: OccupancySums;
};

export type Report = { venue: Venue; figures: Figures; lastYear: Figures };
