import "server-only";
import { todayIn } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { readPeriod } from "@/lib/core/report-period";
import type { Ctx } from "@/lib/tenants/ctx";
import { listVenues } from "@/lib/venues/queries";
import type { ReportQuery } from "./input";
import { loadReport } from "./load-report";
import type { Report } from "./types";

/** The report that an address asks for, of the hall's first venue unless it names another; null in a hall without venues. */
export async function findReport(ctx: Ctx, query: ReportQuery): Promise<Report | null> {
  assertMay(ctx.actor, "report.read");
  const venues = await listVenues(ctx.tenant);
  const venue = venues.find(({ slug }) => slug === query.venue) ?? venues[0];
  if (!venue) return null;
  const today = todayIn(ctx.now, venue.settings.timeZone);
  return loadReport(ctx, venue, readPeriod(query.from, query.to, today));
}
