import "server-only";
import { dueOf } from "@/lib/core/due";
import type { LedgerEntry } from "@/lib/ledger/queries";
import type { PaymentStanding } from "@/lib/payments/payment-standing";
import type { MoneyEntryResource, PaymentResource } from "../_contract/money";

export function moneyEntry(entry: LedgerEntry): MoneyEntryResource {
  const { id, number, method, reference, gatewayId, amountPaise } = entry;
  const shared = { id, number, method, reference, gatewayId, amountPaise, at: entry.at.toISOString() };
  return entry.kind === "payment"
    ? { ...shared, kind: "payment", paymentId: null, status: "done", reason: null }
    : { ...shared, kind: "refund", paymentId: entry.paymentId, status: entry.status, reason: entry.reason };
}

export function paymentResource({ payment, returnedPaise, booking, paidPaise }: PaymentStanding): PaymentResource {
  const { id, receiptNumber, method, reference, amountPaise, receivedAt } = payment;
  const { totalPaise, advancePaise } = booking;
  return {
    ...{ id, number: receiptNumber, method, reference, gatewayId: payment.providerPaymentId, amountPaise },
    ...{ at: receivedAt.toISOString(), returnedPaise },
    booking: {
      ...{ id: booking.id, number: booking.number, status: booking.status },
      holdExpiresAt: booking.holdExpiresAt?.toISOString() ?? null,
      ...{ totalPaise, advancePaise, paidPaise, duePaise: dueOf({ ...booking, paidPaise }) },
    },
  };
}
