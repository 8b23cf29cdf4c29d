import "server-only";
import { inTenant } from "@/db/client";
import type { Ctx } from "@/lib/tenants/ctx";
import { cancelPaymentLink, fetchPayment, fetchPaymentLink } from "@/lib/vendors/razorpay";
import type { GatewayLink, GatewayPayment } from "@/lib/vendors/razorpay-entities";
import { VendorError } from "@/lib/vendors/vendor-error";
import { captured } from "./capture";
import { applyLink, type LinkRow, linkStatusOf } from "./payment-links";

type KnownLink = LinkRow & { providerLinkId: string };

/** Withdraws a link at the gateway; where that is too late, what it brought is recorded. @throws VendorError */
export async function closeLink(ctx: Ctx, row: KnownLink): Promise<LinkRow["status"]> {
  try {
    const link = await cancelPaymentLink(row.providerLinkId);
    await inTenant(ctx.tenant.id, (tx) => applyLink(tx, ctx, link, []));
    return linkStatusOf(row, link);
  } catch (error) {
    if (!(error instanceof VendorError) || error.outcome !== "refused") throw error;
    return linkStatusOf(row, await collectLink(ctx, row));
  }
}

/** Asks the gateway for a link and records what came by it. @throws VendorError */
export async function collectLink(ctx: Ctx, row: KnownLink): Promise<GatewayLink> {
  const link = await fetchPaymentLink(row.providerLinkId);
  const received: GatewayPayment[] = [];
  for (const id of link.paymentIds) received.push(await captured(await fetchPayment(id)));
  await inTenant(ctx.tenant.id, (tx) => applyLink(tx, ctx, link, received));
  return link;
}
