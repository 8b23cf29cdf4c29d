import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { messages } from "@/db/schema/messages";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";

/** What was sent about a booking, to whom and with what fate, the latest first. */
export function listBookingMessages(ctx: Ctx, bookingId: string) {
  assertMay(ctx.actor, "message.resend");
  return inTenant(ctx.tenant.id, (tx) =>
    tx
      .select({
        id: messages.id,
        channel: messages.channel,
        recipient: messages.recipient,
        text: messages.text,
        status: messages.status,
        createdAt: messages.createdAt,
        sentAt: messages.sentAt,
        lastError: messages.lastError,
      })
      .from(messages)
      .where(and(eq(messages.tenantId, ctx.tenant.id), eq(messages.bookingId, bookingId)))
      .orderBy(desc(messages.createdAt), desc(messages.id))
      .limit(50),
  );
}
