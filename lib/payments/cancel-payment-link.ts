import "server-only";
import { and, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { paymentLinks } from "@/db/schema/payments";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Ctx } from "@/lib/tenants/ctx";
import { VendorError } from "@/lib/vendors/vendor-error";
import { closeLink } from "./close-link";
import type { CancelPaymentLinkInput } from "./input";
import type { LinkStatus } from "./types";

export type CancelledLink = { linkId: string; status: LinkStatus };

/**
 * Withdraws a link, so that nobody can pay by it any more. What was paid by it meanwhile is recorded instead.
 * @throws AppError PAYMENT_GATEWAY_DOWN, NOT_FOUND
 */
export async function cancelPaymentLinkOf(ctx: Ctx, input: CancelPaymentLinkInput): Promise<CancelledLink> {
  assertMay(ctx.actor, "payment-link.send");
  const [link] = await inTenant(ctx.tenant.id, (tx) =>
    tx
      .select()
      .from(paymentLinks)
      .where(and(eq(paymentLinks.tenantId, ctx.tenant.id), eq(paymentLinks.id, input.linkId))),
  );
  if (!link) throw new AppError("NOT_FOUND", { what: "link" });
  if (link.status !== "created" || !link.providerLinkId) return { linkId: link.id, status: link.status };
  try {
    return { linkId: link.id, status: await closeLink(ctx, { ...link, providerLinkId: link.providerLinkId }) };
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    log.error({ requestId: ctx.requestId, linkId: link.id, err: error }, "a payment link cannot be withdrawn");
    throw new AppError("PAYMENT_GATEWAY_DOWN");
  }
}
