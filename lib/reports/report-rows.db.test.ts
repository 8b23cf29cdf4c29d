import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { inTenant, rawClient, readingTenant } from "@/db/client";
import { ZONE } from "@/db/testing/calendar";
import { makeFamily } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { at, book } from "@/db/testing/report-hall";
import { bookedRows, functionRows, leadRows, moneyRows, type Range, takenRows } from "./report-rows";

/** Fourteen years of a booking a day, each paid and paid back, so that reading all of them is not the cheapest way. */
async function crowd({ tenant, venue }: Awaited<ReturnType<typeof makeHall>>): Promise<void> {
  const family = await makeFamily(tenant);
  const wish = { part: "a", slot: "morning", day: "2020-01-01", taken: "2020-01-01T00:00", rupees: 1 } as const;
  const id = await book(tenant, venue, family.actor.userId, wish);
  const nth = sql`n * interval '1 day'`;
  await inTenant(tenant.id, async (tx) => {
    await tx.execute(sql`
      insert into bookings (tenant_id, id, number, venue_id, customer_id, status, event_type, event_title, guests, source, locale,
        starts_at, ends_at, total_paise, taxable_paise, gst_paise, advance_paise, deposit_paise, terms, terms_accepted_at, created_at)
      select tenant_id, gen_random_uuid(), number || n, venue_id, customer_id, status, event_type, event_title, guests, source,
        locale, starts_at + ${nth}, ends_at + ${nth}, 1, 1, 0, 0, 0, terms, created_at, created_at + ${nth}
      from bookings, generate_series(1, 5000) n where id = ${id}`);
    await tx.execute(sql`
      insert into booking_functions (tenant_id, id, booking_id, position, name, space_id, date, starts_at, ends_at)
      select tenant_id, gen_random_uuid(), id, 0, 'wedding', ${venue.space.a}, starts_at::date, starts_at, ends_at from bookings`);
    await tx.execute(sql`
      insert into payments (tenant_id, id, booking_id, receipt_number, method, amount_paise, currency, received_at)
      select tenant_id, gen_random_uuid(), id, number, 'cash', 1, 'INR', starts_at from bookings`);
    await tx.execute(sql`
      insert into refunds (tenant_id, id, booking_id, payment_id, voucher_number, method, amount_paise, currency, refunded_at)
      select tenant_id, gen_random_uuid(), booking_id, id, receipt_number, 'cash', 1, 'INR', received_at from payments`);
  });
  await rawClient()`analyze bookings, booking_functions, payments, refunds`;
}

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
