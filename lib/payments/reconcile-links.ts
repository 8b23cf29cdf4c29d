import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { asPlatform, inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { bookings } from "@/db/schema/bookings";
import { paymentLinks } from "@/db/schema/payments";
import { paidOf } from "@/lib/ledger/balance";
import { log } from "@/lib/log";
import type { Ctx } from "@/lib/tenants/ctx";
import { findTenantById } from "@/lib/tenants/queries";
import { findPaymentLinkByReference } from "@/lib/vendors/razorpay";
import { closeLink, collectLink } from "./close-link";
import { type LinkRow, saveLink } from "./payment-links";

const BATCH = 200;

/** Every run at first, then ever more rarely, as with orders. */
const DUE = sql`${paymentLinks.updatedAt} < clock_timestamp() - interval '30 seconds' and (${paymentLinks.checkedAt} is null
  or ${paymentLinks.checkedAt} < clock_timestamp() - greatest(interval '4 minutes', (clock_timestamp() - ${paymentLinks.createdAt}) / 12))`;

type OpenLink = { link: LinkRow; isWanted: boolean };

/** Finds what was paid by links whose webhook never came, and withdraws those that nobody should pay by any more. */
export async function reconcileLinks(): Promise<{ links: number }> {
  const open = await openLinks();
  for (const each of open) await attempt(each);
  return { links: open.length };
}

/** `isWanted`: the booking still stands and owes at least this. */
function openLinks(): Promise<OpenLink[]> {
  return asPlatform((tx) =>
    tx
      .select({
        link: paymentLinks,
        isWanted: sql<boolean>`${bookings.status} in ('temp_hold', 'pending', 'confirmed', 'completed')
          and ${bookings.totalPaise} - ${paidOf(bookings)} >= ${paymentLinks.amountPaise}`,
      })
      .from(paymentLinks)
      .innerJoin(bookings, and(eq(bookings.tenantId, paymentLinks.tenantId), eq(bookings.id, paymentLinks.bookingId)))
      .where(and(eq(paymentLinks.status, "created"), DUE))
      .orderBy(sql`${paymentLinks.checkedAt} nulls first`)
      .limit(BATCH),
  );
}

/** One failure must not keep the rest waiting. */
async function attempt({ link, isWanted }: OpenLink): Promise<void> {
  const tenant = await findTenantById(link.tenantId);
  if (!tenant) return;
  const ctx: Ctx = { tenant, actor: { kind: "job", name: "reconcile" }, now: new Date(), requestId: newId() };
  try {
    await inTenant(tenant.id, (tx) =>
      tx
        .update(paymentLinks)
        .set({ checkedAt: sql`clock_timestamp()` })
        .where(and(eq(paymentLinks.tenantId, link.tenantId), eq(paymentLinks.id, link.id))),
    );
    await reconcileLink(ctx, link, isWanted);
  } catch (error) {
    log.error({ requestId: ctx.requestId, tenantId: tenant.id, linkId: link.id, err: error }, "cannot reconcile yet");
  }
}

async function reconcileLink(ctx: Ctx, link: LinkRow, isWanted: boolean): Promise<void> {
  const providerLinkId = link.providerLinkId ?? (await findPaymentLinkByReference(link.reference))?.id;
  if (!providerLinkId) return inTenant(ctx.tenant.id, (tx) => saveLink(tx, link, { status: "failed" }));
  const known = { ...link, providerLinkId };
  if (isWanted) await collectLink(ctx, known);
  else await closeLink(ctx, known);
}
