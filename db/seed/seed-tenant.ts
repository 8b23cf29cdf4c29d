import "server-only";
import { inArray } from "drizzle-orm";
import { todayIn } from "@/lib/core/period";
import { inTenant, type TenantId } from "../client";
import { bookingEvents } from "../schema/booking-events";
import { bookingFunctions, bookingLines, bookings } from "../schema/bookings";
import { allocations, blackouts } from "../schema/claims";
import { messages } from "../schema/messages";
import { paymentOrders, payments } from "../schema/payments";
import { type UserRole, users } from "../schema/people";
import { refundRequests, refunds } from "../schema/refunds";
import { counters } from "../schema/tenants";
import { type BookingRows, bookingRows, numberBookings, type Setting } from "./booking-rows";
import type { Closure } from "./diary";
import { draftsOf, type Scene } from "./drafts";
import { hallOf } from "./hall";
import { insertAll, insertTenant, insertVenue } from "./insert-venue";
import { type MoneyRows, moneyRows } from "./money-rows";
import { person } from "./people";
import { idOf, seededRandom } from "./random";
import type { TenantRecipe, VenueRecipe } from "./recipe";
import { recipeIds } from "./recipe-ids";

type Staff = { phone: string; name: string; role: Exclude<UserRole, "customer"> };
export type DemoTenant = {
  tenant: TenantRecipe;
  venue: VenueRecipe;
  scene: Scene;
  staff: [Staff, ...Staff[]];
  seed: number;
};

/** What a booking is before its last step: the status trigger lets none begin as completed, cancelled, expired or rejected. */
const BEGINS_AS = {
  completed: "confirmed",
  cancelled: "confirmed",
  expired: "temp_hold",
  rejected: "pending",
} as const;
const LATER = ["completed", "cancelled", "expired", "rejected"] as const;

/** One demo tenant from nothing; the same for the same day. @returns how many rows of what. */
export async function seedTenant(demo: DemoTenant, now: Date): Promise<Record<string, number>> {
  const { tenant, venue: recipe, seed } = demo;
  const random = seededRandom(seed);
  const hall = hallOf(tenant.slug, recipe);
  const setting: Setting = { tenant, recipe, hall, random, now };
  const { drafts, closures } = draftsOf(random, hall, demo.scene, todayIn(now, recipe.settings.timeZone), now);

  const staff = demo.staff.map((member) => ({ ...member, id: idOf(tenant.slug, member.phone) }));
  const [clerk] = staff;
  if (!clerk) throw new Error("a demo tenant needs staff");
  const customers = Array.from({ length: Math.max(1, Math.ceil(drafts.length * 0.8)) }, (_, n) => {
    const one = person(random, n + 1);
    return { ...one, id: idOf(tenant.slug, one.phone) };
  });

  const all = drafts.map((draft, n) => {
    // Each open hold is another family's: one live hold a phone.
    const customer =
      customers[draft.fate === "temp_hold" ? n % customers.length : random.between(0, customers.length - 1)];
    if (!customer) throw new Error("no customer to book");
    return bookingRows(setting, draft, n, customer, { id: clerk.id, role: clerk.role });
  });
  const bookingCounts = numberBookings(all, tenant.numberPrefix, recipe.settings.timeZone);
  const money = moneyRows(setting, all, clerk.id);
  const series = [
    { name: "booking", counts: bookingCounts },
    { name: "receipt", counts: money.receiptCounts },
    { name: "refund", counts: money.voucherCounts },
  ];

  const { tenantId } = recipeIds(tenant.slug, recipe.slug);
  await insertTenant(tenant);
  await insertVenue(tenant.slug, recipe);
  await inTenant(tenantId, async (tx) => {
    const people = [
      ...staff,
      ...customers.map(({ id, name, phone }) => ({ id, name, phone, role: "customer" as const })),
    ];
    await insertAll(people, (rows) => tx.insert(users).values(rows.map((row) => ({ ...row, tenantId }))));
    await tx
      .insert(counters)
      .values(
        series.flatMap(({ name, counts }) =>
          [...counts].map(([year, value]) => ({ tenantId, name, series: year, value })),
        ),
      );
  });
  await insertBookings(setting, all, closures, clerk.id);
  await insertMoney(setting, money);
  await insertFailedMessages(tenant.slug, tenantId, all, customers);
  return {
    bookings: all.length,
    customers: customers.length,
    closures: closures.length,
    payments: money.payments.length,
    refunds: money.refunds.length,
  };
}

async function insertBookings(
  { tenant, recipe }: Setting,
  all: BookingRows[],
  closures: Closure[],
  clerkId: string,
): Promise<void> {
  const { tenantId, venueId } = recipeIds(tenant.slug, recipe.slug);
  const beginning = (status: BookingRows["booking"]["status"]) =>
    status in BEGINS_AS ? BEGINS_AS[status as keyof typeof BEGINS_AS] : status;
  const closed = closures.map(({ reason, startsAt, endsAt }, n) => ({
    ...{ tenantId, id: idOf(tenant.slug, "blackout", n), venueId, reason, startsAt, endsAt, createdBy: clerkId },
  }));
  const closedParts = closures.flatMap(({ claims }, n) =>
    claims.map(({ partId, period }, part) => {
      const blackoutId = idOf(tenant.slug, "blackout", n);
      return { tenantId, id: idOf(blackoutId, part), partId, blackoutId, status: "blackout" as const, during: period };
    }),
  );
  await inTenant(tenantId, async (tx) => {
    await insertAll(all, (some) =>
      tx.insert(bookings).values(some.map(({ booking }) => ({ ...booking, status: beginning(booking.status) }))),
    );
    for (const status of LATER) {
      const ids = all.filter(({ booking }) => booking.status === status).map(({ booking }) => booking.id);
      if (ids.length > 0) await tx.update(bookings).set({ status }).where(inArray(bookings.id, ids));
    }
    await insertAll(closed, (rows) => tx.insert(blackouts).values(rows));
    await insertAll(closedParts, (rows) => tx.insert(allocations).values(rows));
    await insertAll(
      all.flatMap((one) => one.claims),
      (rows) => tx.insert(allocations).values(rows),
    );
    await insertAll(
      all.flatMap((one) => one.functions),
      (rows) => tx.insert(bookingFunctions).values(rows),
    );
    await insertAll(
      all.flatMap((one) => one.lines),
      (rows) => tx.insert(bookingLines).values(rows),
    );
    await insertAll(
      all.flatMap((one) => one.events),
      (rows) => tx.insert(bookingEvents).values(rows),
    );
  });
}

/** Two texts that the network refused, so that today has something to see to. */
async function insertFailedMessages(
  slug: string,
  tenantId: TenantId,
  all: BookingRows[],
  customers: { id: string; phone: string }[],
): Promise<void> {
  const told = all.filter(({ booking }) => booking.status === "confirmed").slice(-2);
  const rows = told.map(({ booking }, n) => ({
    ...{ tenantId, id: idOf(slug, "failed-message", n), bookingId: booking.id, channel: "sms" as const },
    recipient: customers.find(({ id }) => id === booking.customerId)?.phone ?? "",
    template: "family.confirmed",
    locale: booking.locale,
    text: `${booking.number}: ${booking.eventTitle}`,
    status: "failed" as const,
    dedupeKey: `seed:${n}`,
    attempts: 9,
    lastError: "refused",
    createdAt: booking.createdAt,
  }));
  await inTenant(tenantId, (tx) => insertAll(rows, (some) => tx.insert(messages).values(some)));
}

async function insertMoney({ tenant, recipe }: Setting, money: MoneyRows): Promise<void> {
  const { tenantId } = recipeIds(tenant.slug, recipe.slug);
  await inTenant(tenantId, async (tx) => {
    await insertAll(money.orders, (rows) => tx.insert(paymentOrders).values(rows));
    await insertAll(money.payments, (rows) => tx.insert(payments).values(rows));
    await insertAll(money.requests, (rows) => tx.insert(refundRequests).values(rows));
    await insertAll(money.refunds, (rows) => tx.insert(refunds).values(rows));
  });
}
