import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { messages } from "@/db/schema/messages";
import { findBooking } from "@/lib/bookings/locks";
import { recordEvent } from "@/lib/bookings/save-status";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Ctx } from "@/lib/tenants/ctx";
import type { MessageRef } from "./input";

/**
 * Sends a message once more, word for word: one that failed is tried again, of one that went out a copy is sent.
 * @throws AppError NOT_FOUND where there is none, or it is still on its way
 */
export async function resendMessage(ctx: Ctx, input: MessageRef): Promise<void> {
  assertMay(ctx.actor, "message.resend");
  await inTenant(ctx.tenant.id, async (tx) => {
    const [message] = await tx
      .select()
      .from(messages)
      .where(
        and(
          eq(messages.tenantId, ctx.tenant.id),
          eq(messages.id, input.messageId),
          inArray(messages.status, ["failed", "sent"]),
        ),
      )
      .for("update");
    if (!message) throw new AppError("NOT_FOUND", { what: "message" });
    const messageId = message.status === "failed" ? await tryAgain(tx, message) : await copy(tx, message);
    await enqueue(tx, "send-message", { tenantId: ctx.tenant.id, messageId });
    if (!message.bookingId) return;
    const booking = await findBooking(tx, ctx, message.bookingId);
    const { status } = booking;
    await recordEvent(tx, ctx, booking, { type: "resend", from: status, to: status, data: { messageId } });
  });
}

type Message = typeof messages.$inferSelect;

async function tryAgain(tx: Tx, { tenantId, id }: Message): Promise<string> {
  await tx
    .update(messages)
    .set({ status: "queued", attempts: 0, lastError: null })
    .where(and(eq(messages.tenantId, tenantId), eq(messages.id, id)));
  return id;
}

async function copy(tx: Tx, message: Message): Promise<string> {
  const { tenantId, bookingId, channel, recipient, template, locale, text } = message;
  const id = newId();
  const dedupeKey = `again:${id}`;
  await tx.insert(messages).values({ tenantId, id, bookingId, channel, recipient, template, locale, text, dedupeKey });
  return id;
}
