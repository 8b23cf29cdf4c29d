import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { messages } from "@/db/schema/messages";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";

/** Messages that never arrived and that nobody has seen to, the latest first. */
export function listFailedMessages(ctx: Ctx) {
  assertMay(ctx.actor, "admin.enter");
  return inTenant(ctx.tenant.id, (tx) =>
    tx
      .select({
        id: messages.id,
        recipient: messages.recipient,
        text: messages.text,
        createdAt: messages.createdAt,
        bookingId: messages.bookingId,
        number: bookings.number,
      })
      .from(messages)
      .leftJoin(bookings, and(eq(bookings.tenantId, messages.tenantId), eq(bookings.id, messages.bookingId)))
      .where(
        and(eq(messages.tenantId, ctx.tenant.id), eq(messages.status, "failed"), sql`${messages.settledAt} is null`),
      )
      .orderBy(desc(messages.createdAt))
      .limit(50),
  );
}
