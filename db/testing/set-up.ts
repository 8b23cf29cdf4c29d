import "server-only";
import "server-only";
import { eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import { addDays } from "@/lib/core/local-date";
import { periodOf, todayIn } from "@/lib/core/period";
import type { Ctx } from "@/lib/tenants/ctx";
import { ZONE } from "./calendar";
import { makeBooking } from "./make-booking";
import { makeFamily, makeManager } from "./make-family";
import { makeHall } from "./make-tenant";

export const SAVE = { preview: false };
export const PREVIEW = { preview: true };

/** A hall with its manager; `at` books a part for an evening so many days ahead. */
export async function setUpScene() {
  const { tenant, venue } = await makeHall();
  const ctx = await makeManager(tenant);
  const today = todayIn(new Date(), ZONE);
  const at = async (spaceId: string, days: number) => {
    const family = await makeFamily(tenant);
    const period = periodOf(addDays(today, days), "17:00", 360, ZONE);
    await makeBooking(tenant.id, {
      venueId: venue.id,
      customerId: family.actor.userId,
      partIds: [spaceId],
      during: period,
    });
    return period;
  };
  return { tenant, venue, ctx, today, at };
}

/** What the hall's history says of its set-up. */
export const history = (ctx: Ctx) =>
  inTenant(ctx.tenant.id, (tx) => tx.select().from(auditEvents).where(eq(auditEvents.tenantId, ctx.tenant.id)));
