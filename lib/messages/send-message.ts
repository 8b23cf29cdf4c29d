import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { messages } from "@/db/schema/messages";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import type { Ctx } from "@/lib/tenants/ctx";
import { sendSms } from "@/lib/vendors/sms";
import { VendorError } from "@/lib/vendors/vendor-error";

/** One more than the queue's retries: after the last of them the message counts as failed. */
const ATTEMPTS = 9;

/**
 * Sends one queued message. Anything but a refusal is thrown and tried again: a text that comes twice is better than one
 * that never comes.
 * @throws VendorError `unknown`, `later`
 */
export async function sendMessage(ctx: Ctx, input: { messageId: string }): Promise<void> {
  const own = and(eq(messages.tenantId, ctx.tenant.id), eq(messages.id, input.messageId));
  const [message] = await inTenant(ctx.tenant.id, (tx) =>
    tx
      .update(messages)
      .set({ attempts: sql`${messages.attempts} + 1` })
      .where(and(own, eq(messages.status, "queued")))
      .returning(),
  );
  if (!message) return;
  try {
    const { id } = await sendSms(message.recipient, message.text);
    await inTenant(ctx.tenant.id, (tx) =>
      tx
        .update(messages)
        .set({ status: "sent", providerId: id, sentAt: sql`clock_timestamp()`, lastError: null })
        .where(own),
    );
    metrics().messages.inc({ channel: message.channel, outcome: "sent" });
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    const last = error.outcome === "refused" || message.attempts >= ATTEMPTS;
    await inTenant(ctx.tenant.id, (tx) =>
      tx
        .update(messages)
        .set({ lastError: error.message.slice(0, 500), ...(last ? { status: "failed" as const } : {}) })
        .where(own),
    );
    if (!last) throw error;
    metrics().messages.inc({ channel: message.channel, outcome: "failed" });
    log.error({ tenantId: ctx.tenant.id, messageId: message.id, reason: error.message }, "a message was not sent");
  }
}
