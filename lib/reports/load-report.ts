import "server-only";
import { readingTenant, type Tx } from "@/db/client";
import { addDays } from "@/lib/core/local-date";
import { startOfDay } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { daysOfPeriod, type ReportPeriod, yearBefore } from "@/lib/core/report-period";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Venue } from "@/lib/venues/types";
import { readOccupancy } from "./report-occupancy";
import { type Range, readBooked, readFunctions, readLeadDays, readMoney, readTaken } from "./report-rows";
import type { Figures, Report } from "./types";

/**
 * How a venue did in some months, and in the same months a year before. All of one moment, on a path of its own that can
 * neither write nor hold up a booking.
 * @throws AppError FORBIDDEN, BUSY
 */
export async function loadReport(ctx: Ctx, venue: Venue, period: ReportPeriod): Promise<Report> {
  assertMay(ctx.actor, "report.read");
  const [figures, lastYear] = await readingTenant(ctx.tenant.id, (tx) =>
    Promise.all([readFigures(tx, ctx, venue, period), readFigures(tx, ctx, venue, yearBefore(period))]),
  );
  return { venue, figures: await figures(), lastYear: await lastYear() };
}

/** What needs the database now, what only needs thought when the connection is free for others. */
async function readFigures(tx: Tx, ctx: Ctx, venue: Venue, period: ReportPeriod): Promise<() => Promise<Figures>> {
  const range = rangeOf(ctx, venue, period);
  const [booked, leadDays, money, functions, taken, occupancy] = await Promise.all([
    readBooked(tx, range),
    readLeadDays(tx, range),
    readMoney(tx, range),
    readFunctions(tx, range),
    readTaken(tx, range),
    readOccupancy(tx, venue, range),
  ]);
  return async () => ({ period, booked, leadDays, money, functions, taken, occupancy: await occupancy() });
}

function rangeOf({ tenant }: Ctx, { id: venueId, settings: { timeZone } }: Venue, period: ReportPeriod): Range {
  const { from, to } = daysOfPeriod(period);
  const startsAt = startOfDay(from, timeZone);
  return { tenantId: tenant.id, venueId, timeZone, from, to, startsAt, endsAt: startOfDay(addDays(to, 1), timeZone) };
}
