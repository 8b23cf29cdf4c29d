import "server-only";
import { inTenant, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { messages } from "@/db/schema/messages";
import type { BookingStatus } from "@/lib/core/booking-state";
import type { Locale } from "@/lib/core/locale";
import { enqueue } from "@/lib/jobs/enqueue";
import type { JobPayloads } from "@/lib/jobs/jobs";
import { fateOf, isByHand, openLinkUrl, waysBack } from "@/lib/payments/fate";
import type { Ctx } from "@/lib/tenants/ctx";
import { type FamilyText, familyText, type HallText, hallText, loadSubject, type Subject } from "./sms-text";

type News = JobPayloads["notify"];

/** News that only makes sense while the booking is still where it was: a job may come late. */
const ONLY_WHILE: Partial<Record<News["what"], BookingStatus>> = {
  held: "temp_hold",
  option: "pending",
  requested: "pending",
  expired: "expired",
};

/**
 * Decides who hears of something that happened to a booking, in which words, and queues the messages. The same news, told
 * twice, is sent once.
 */
export async function notify(ctx: Ctx, news: Omit<News, "tenantId">): Promise<void> {
  await inTenant(ctx.tenant.id, async (tx) => {
    const subject = await loadSubject(tx, ctx.tenant, news.bookingId);
    if (!subject) return;
    const { booking, customer } = subject;
    const onlyWhile = ONLY_WHILE[news.what];
    if (onlyWhile !== undefined && booking.status !== onlyWhile) return;

    const payLink = news.what === "payment_link" ? await openLinkUrl(tx, ctx.tenant.id, news.cause) : "";
    if (payLink === null) return;
    const told = { tenant: ctx.tenant, subject, amountPaise: news.amountPaise ?? 0, payLink };
    const dedupeKey = `${news.what}:${news.bookingId}:${news.cause}`;
    const toFamily = await forFamily(tx, ctx, news, subject);
    const family = { ...(await familyText(tx, told, toFamily)), template: `family.${toFamily}` };
    await queue(tx, booking, { ...family, recipient: customer.phone, dedupeKey: `${dedupeKey}:family` });

    const toHall = forHall(news);
    if (!toHall) return;
    const hall = { ...(await hallText(tx, told, toHall)), template: `hall.${toHall}` };
    await queue(tx, booking, { ...hall, recipient: ctx.tenant.phone, dedupeKey: `${dedupeKey}:hall` });
  });
}

async function forFamily(
  tx: Tx,
  ctx: Ctx,
  { what, cause, amountPaise = 0 }: Pick<News, "what" | "cause" | "amountPaise">,
  { booking, paidPaise }: Subject,
): Promise<FamilyText> {
  const paidInFull = paidPaise >= booking.totalPaise;
  switch (what) {
    case "held":
    case "option":
    case "requested":
    case "expired":
    case "rejected":
      return what;
    case "refunded":
      return (await isByHand(tx, ctx.tenant.id, cause)) ? "refundedByHand" : "refunded";
    case "payment_link":
      return "payLink";
    case "confirmed":
      return paidInFull ? "confirmedPaid" : "confirmed";
    case "cancelled":
      if (amountPaise === 0) return "cancelledUnpaid";
      return CANCELLED[await waysBack(tx, booking)];
    case "date_changed":
      return "dateChanged";
    case "payment_received":
      return paidInFull ? "receivedAll" : "received";
    case "payment_too_late":
      return (await fateOf(tx, ctx.tenant.id, cause)) === "duplicate_payment" ? "paidTwice" : "tooLate";
    default:
      return what satisfies never;
  }
}

const CANCELLED = {
  online: "cancelled",
  "by-hand": "cancelledByHand",
  both: "cancelledBothWays",
} as const satisfies Record<Awaited<ReturnType<typeof waysBack>>, FamilyText>;

/** The hall hears of each request and booking, and of what changes its calendar. */
function forHall({ what }: Pick<News, "what">): HallText | null {
  switch (what) {
    case "requested":
    case "confirmed":
    case "cancelled":
      return what;
    case "date_changed":
      return "dateChanged";
    case "held":
    case "option":
    case "expired":
    case "rejected":
    case "payment_received":
    case "payment_too_late":
    case "payment_link":
    case "refunded":
      return null;
    default:
      return what satisfies never;
  }
}

type Draft = { recipient: string; template: string; locale: Locale; text: string; dedupeKey: string };

async function queue(tx: Tx, booking: { tenantId: string; id: string }, draft: Draft): Promise<void> {
  const [written] = await tx
    .insert(messages)
    .values({ ...draft, tenantId: booking.tenantId, id: newId(), bookingId: booking.id, channel: "sms" })
    .onConflictDoNothing()
    .returning({ id: messages.id });
  if (written) await enqueue(tx, "send-message", { tenantId: booking.tenantId, messageId: written.id });
}
