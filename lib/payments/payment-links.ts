import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isId } from "@/db/id";
import { paymentLinks } from "@/db/schema/payments";
import { log } from "@/lib/log";
import type { Ctx } from "@/lib/tenants/ctx";
import type { GatewayLink, GatewayPayment } from "@/lib/vendors/razorpay-entities";
import { recordCaptured } from "./record-payment";
import type { LinkStatus } from "./types";

export type LinkRow = typeof paymentLinks.$inferSelect;

/** What became of a link. Whether it may is for `linkStatusOf` to say. */
export async function saveLink(
  tx: Tx,
  link: Pick<LinkRow, "tenantId" | "id">,
  set: Partial<Pick<LinkRow, "status" | "providerLinkId" | "url">>,
): Promise<void> {
  await tx
    .update(paymentLinks)
    .set({ ...set, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(paymentLinks.tenantId, link.tenantId), eq(paymentLinks.id, link.id)));
}

/** By the gateway's id, or by ours in its notes where the answer that carried the gateway's id was lost. */
export async function findLink(tx: Tx, tenantId: string, link: GatewayLink): Promise<LinkRow | undefined> {
  const noted = link.notes.link ?? "";
  const [row] = await tx
    .select()
    .from(paymentLinks)
    .where(
      and(
        eq(paymentLinks.tenantId, tenantId),
        isId(noted) ? eq(paymentLinks.id, noted) : eq(paymentLinks.providerLinkId, link.id),
      ),
    );
  return row;
}

/** A link's status only moves on from `created`, or to `paid`: events of the gateway keep no order. */
export function linkStatusOf(row: Pick<LinkRow, "status">, link: GatewayLink): LinkStatus {
  if (link.status === "paid") return "paid";
  if (row.status !== "created" || link.status === "partially_paid") return row.status;
  return link.status;
}

/** Writes what came by a link to the ledger, once however often it is told. False where it is no such payment. */
export async function recordLinkPayment(tx: Tx, ctx: Ctx, row: LinkRow, payment: GatewayPayment): Promise<boolean> {
  const isValid = payment.status === "captured" && payment.captured && payment.currency === row.currency;
  if (!isValid) {
    log.error({ requestId: ctx.requestId, linkId: row.id, paymentId: payment.id }, "a payment unlike its link");
    return false;
  }
  const { bookingId, purpose, id: linkId } = row;
  await recordCaptured(tx, ctx, { bookingId, purpose, linkId }, payment, () => isValid);
  return true;
}

/** What the gateway says of a link, applied. */
export async function applyLink(
  tx: Tx,
  ctx: Ctx,
  link: GatewayLink,
  payments: readonly GatewayPayment[],
): Promise<"done" | "ignored"> {
  const row = await findLink(tx, ctx.tenant.id, link);
  if (!row) return "ignored";
  for (const payment of payments) await recordLinkPayment(tx, ctx, row, payment);
  await saveLink(tx, row, { status: linkStatusOf(row, link), providerLinkId: link.id, url: link.url });
  return "done";
}
