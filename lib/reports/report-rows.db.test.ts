import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { readingTenant } from "@/db/client";
import { ZONE } from "@/db/testing/calendar";
import { makeHall } from "@/db/testing/make-tenant";
import { at, crowd } from "@/db/testing/report-hall";
import { bookedRows, functionRows, leadRows, moneyRows, type Range, takenRows } from "./report-rows";

describe("each read is an index range", () => {
  let plans: Map<string, string>;
  const READS: [string, (of: Range) => SQL, RegExp[]][] = [
    ["booked", bookedRows, [/bookings_(venue|time|status)/]],
    ["lead", leadRows, [/bookings_(venue|time|status)/]],
    ["taken", takenRows, [/bookings_taken/]],
    ["money", moneyRows, [/payments_time/, /refunds_time/]],
    ["functions", functionRows, [/booking_functions_day/]],
  ];
  beforeAll(async () => {
    const crowded = await makeHall();
    await crowd(crowded);
    const range = {
      ...{ tenantId: crowded.tenant.id, venueId: crowded.venue.id, timeZone: ZONE },
      ...{ from: "2031-01-01", to: "2031-02-28", startsAt: at("2031-01-01T00:00"), endsAt: at("2031-03-01T00:00") },
    };
    plans = await readingTenant(crowded.tenant.id, async (tx) => {
      const explained = READS.map(async ([name, read]): Promise<[string, string]> => {
        const rows = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${read(range)}`);
        return [name, rows.map((row) => row["QUERY PLAN"]).join("\n")];
      });
      return new Map(await Promise.all(explained));
    });
  });
  test.each(READS)("%s", (name, _, indexes) => {
    for (const index of indexes) {
      const range = new RegExp(`Scan (using|on) ${index.source}[^\\n]*\\n\\s*Index Cond: [^\\n]* >= `);
      expect(plans.get(name)).toMatch(range);
    }
  });
});
