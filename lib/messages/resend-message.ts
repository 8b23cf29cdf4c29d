import "server-only";
import { and, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { messages } from "@/db/schema/messages";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Ctx } from "@/lib/tenants/ctx";
import type { MessageRef } from "./input";

/** Sends a message that failed once more, word for word. @throws AppError NOT_FOUND where it is not one that failed */
export async function resendMessage(ctx: Ctx, input: MessageRef): Promise<void> {
  assertMay(ctx.actor, "message.resend");
  await inTenant(ctx.tenant.id, async (tx) => {
    const [again] = await tx
      .update(messages)
      .set({ status: "queued", attempts: 0, lastError: null })
      .where(and(eq(messages.tenantId, ctx.tenant.id), eq(messages.id, input.messageId), eq(messages.status, "failed")))
      .returning({ id: messages.id });
    if (!again) throw new AppError("NOT_FOUND", { what: "message" });
    await enqueue(tx, "send-message", { tenantId: ctx.tenant.id, messageId: again.id });
  });
}
