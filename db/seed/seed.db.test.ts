import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "../client";
import { newId } from "../id";
import { bookings } from "../schema/bookings";
import { payments } from "../schema/payments";
import { counters } from "../schema/tenants";
import { demosOn } from "./demos";
import { recipeIds } from "./recipe-ids";
import { seedTenant } from "./seed-tenant";

const NOW = new Date("2026-11-22T06:30:00Z");
const [demo] = demosOn(NOW);

/** The demo hall under a name of its own, so that the test can be run again on the same database. */
async function seeded() {
  const tenant = { ...demo.tenant, slug: `demo-${newId().slice(-12)}` };
  const counts = await seedTenant({ ...demo, tenant }, NOW);
  return { counts, tenantId: recipeIds(tenant.slug, demo.venue.slug).tenantId };
}

test("the demo hall's numbers have no gap and end where the counters stand", async () => {
  const { tenantId, counts } = await seeded();
  await inTenant(tenantId, async (tx) => {
    const numbers = await tx
      .select({ number: bookings.number })
      .from(bookings)
      .orderBy(bookings.createdAt, bookings.number);
    const stands = await tx.select().from(counters).where(eq(counters.name, "booking"));
    for (const { series, value } of stands) {
      const ofYear = numbers.map((row) => row.number).filter((number) => number.startsWith(`PAR-${series}-`));
      expect(ofYear).toEqual(
        Array.from({ length: value }, (_, n) => `PAR-${series}-${String(n + 1).padStart(4, "0")}`),
      );
    }
    expect(numbers).toHaveLength(counts.bookings ?? 0);
    const receipts = await tx.select({ number: payments.receiptNumber }).from(payments);
    expect(Math.max(...receipts.map((row) => row.number.length))).toBeLessThanOrEqual(16);
  });
});

test("it shows every status, and claims follow their bookings", async () => {
  const { tenantId } = await seeded();
  await inTenant(tenantId, async (tx) => {
    const statuses = await tx.selectDistinct({ status: bookings.status }).from(bookings);
    expect(new Set(statuses.map((row) => row.status))).toEqual(
      new Set(["temp_hold", "pending", "confirmed", "completed", "cancelled", "expired", "rejected"]),
    );
    const [astray] = await tx.execute<{ n: string }>(
      sql`select count(*) as n from bookings b where not exists
            (select from allocations a where a.tenant_id = b.tenant_id and a.booking_id = b.id and a.status = b.status)`,
    );
    expect(Number(astray?.n)).toBe(0);
    const [unbalanced] = await tx.execute<{ n: string }>(
      sql`select count(*) as n from bookings b where total_paise <>
            (select sum(amount_paise) from booking_lines l where l.tenant_id = b.tenant_id and l.booking_id = b.id)`,
    );
    expect(Number(unbalanced?.n)).toBe(0);
  });
});
