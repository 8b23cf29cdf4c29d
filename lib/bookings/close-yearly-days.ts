import "server-only";
import { isNull } from "drizzle-orm";
import { asPlatform, inTenant } from "@/db/client";
import { yearlyBlackouts } from "@/db/schema/claims";
import { log } from "@/lib/log";
import { findTenantById } from "@/lib/tenants/queries";
import { loadVenueInTx } from "@/lib/venues/load-venue";
import { lockVenue } from "./locks";
import { writeYears } from "./write-years";

/** Writes out the years of yearly closures that have come within a horizon, of all tenants. Returns how many days' closures were made. */
export async function closeYearlyDays(): Promise<number> {
  const all = await asPlatform((tx) => tx.select().from(yearlyBlackouts).where(isNull(yearlyBlackouts.endedAt)));
  let closed = 0;
  for (const yearly of all) {
    try {
      closed += await writeOne(yearly);
    } catch (error) {
      log.error(
        { tenantId: yearly.tenantId, yearlyId: yearly.id, err: error },
        "a yearly closure waits for the next run",
      );
    }
  }
  return closed;
}

async function writeOne(yearly: typeof yearlyBlackouts.$inferSelect): Promise<number> {
  const tenant = await findTenantById(yearly.tenantId);
  if (!tenant) return 0;
  const ctx = {
    tenant,
    actor: { kind: "job", name: "close-yearly-days" } as const,
    now: new Date(),
    requestId: yearly.id,
  };
  return inTenant(tenant.id, async (tx) => {
    await lockVenue(tx, yearly.venueId);
    const book = await loadVenueInTx(tx, tenant.id, yearly.venueId);
    return book ? (await writeYears(tx, ctx, book.venue, yearly)).closed : 0;
  });
}
