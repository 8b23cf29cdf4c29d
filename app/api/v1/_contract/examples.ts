/** What the document shows, of one wedding: each is held to its schema by `examples.test.ts`. */

const ids = {
  booking: "0192f0c1-5b7e-7c41-9a3e-2d1f6b8c0a11",
  venue: "0192f0c1-11aa-7b20-8c55-90f1d2e3a4b5",
  space: "0192f0c1-22bb-7d31-9d66-a1f2e3d4c5b6",
  slot: "0192f0c1-33cc-7e42-8e77-b2a3f4e5d6c7",
  user: "0192f0c1-44dd-7f53-9f88-c3b4a5f6e7d8",
  payment: "0192f0c1-55ee-7064-8a99-d4c5b6a7f8e9",
  refund: "0192f0c1-66ff-7175-9baa-e5d6c7b8a9f0",
  event: "0192f0c1-7700-7286-8cbb-f6e7d8c9ba01",
};

const main = { en: "Main hall", hi: "मुख्य हॉल", mr: "मुख्य सभागृह" };
const evening = { startTs: "2027-02-14T10:30:00.000Z", endTs: "2027-02-14T17:30:00.000Z" };
const about = { eventType: "wedding", eventTitle: "Jadhav – Pawar", guestCount: 350 };
const user = { name: "Sunita Jadhav", phone: "+919876543210" };

export const aWish = { ...evening, spaceId: ids.space, user, ...about };
export const aMove = { functions: [{ spaceId: ids.space, slotId: ids.slot, date: "2027-02-21" }] };

const head = {
  ...{ id: ids.booking, number: "PAR-2026-0042", status: "temp_hold", venueId: ids.venue, timeZone: "Asia/Kolkata" },
  ...{ holdExpiresAt: "2026-11-02T06:15:00.000Z", source: "api", ...about },
};

export const aBooking = {
  ...head,
  specialRequests: null,
  user: { id: ids.user, ...user, email: null },
  ...evening,
  functions: [
    { name: "wedding", spaceId: ids.space, spaceName: main, slotId: ids.slot, date: "2027-02-14", ...evening },
  ],
  lines: [
    {
      ...{ kind: "space", functionIndex: 0, label: main, unit: "booking", quantity: 1 },
      ...{ unitPricePaise: 5_000_000, amountPaise: 5_000_000, gstRate: 18, sac: "997212" },
      ...{ taxablePaise: 4_237_288, gstPaise: 762_712 },
    },
  ],
  totals: {
    ...{ totalPaise: 5_000_000, taxablePaise: 4_237_288, gstPaise: 762_712, discountPaise: 0 },
    ...{ advancePaise: 1_250_000, depositPaise: 1_000_000, paidPaise: 0, duePaise: 5_000_000 },
  },
  version: 1,
  createdAt: "2026-11-02T06:00:00.000Z",
};

export const aBookingInList = {
  ...head,
  user: { id: ids.user, ...user },
  ...evening,
  spaces: [{ id: ids.space, name: main }],
  totals: { totalPaise: 5_000_000, paidPaise: 0, duePaise: 5_000_000 },
  ...{ version: aBooking.version, createdAt: aBooking.createdAt },
};

export const anEvent = {
  ...{ id: ids.event, type: "create", at: "2026-11-02T06:00:00.000Z", fromStatus: null, toStatus: "temp_hold" },
  actor: { kind: "apiKey" },
};

export const anOrder = {
  ...{ orderId: "order_QdX1m3yF7kLw2p", keyId: "rzp_live_h7Kd0example" },
  ...{ checkoutUrl: "https://checkout.razorpay.com/v1/checkout.js", amountPaise: 1_250_000, currency: "INR" },
  description: head.number,
  prefill: { name: user.name, contact: user.phone, email: "" },
};

export const aPayment = {
  ...{ id: ids.payment, kind: "payment", number: "PAR/R26-27/0107", method: "upi", reference: "627511203344" },
  gatewayId: null,
  ...{ amountPaise: 1_250_000, at: "2026-11-02T06:05:00.000Z", paymentId: null, status: "done", reason: null },
};

export const aRefund = {
  ...{ id: ids.refund, kind: "refund", number: "PAR/V26-27/0009", method: "cash", reference: null },
  gatewayId: null,
  ...{ amountPaise: 500_000, at: "2027-02-15T05:30:00.000Z", paymentId: ids.payment, status: "done" },
  reason: "by_staff",
};

export const aTakenPayment = {
  ...{ id: aPayment.id, number: aPayment.number, method: aPayment.method, reference: aPayment.reference },
  ...{ gatewayId: aPayment.gatewayId, amountPaise: aPayment.amountPaise, at: aPayment.at, returnedPaise: 0 },
  booking: {
    ...{ id: ids.booking, number: head.number, status: "confirmed", holdExpiresAt: null },
    ...{ totalPaise: 5_000_000, advancePaise: 1_250_000, paidPaise: 1_250_000, duePaise: 3_750_000 },
  },
};
