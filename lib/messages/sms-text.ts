import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { users } from "@/db/schema/people";
import { venues } from "@/db/schema/venues";
import type { BookingRow } from "@/lib/bookings/types";
import { formatDate, formatDay } from "@/lib/core/format-time";
import { addDays } from "@/lib/core/local-date";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney, formatNumber, type Paise } from "@/lib/core/money";
import { localDateOf, localDateTimeOf } from "@/lib/core/period";
import { formatPhone } from "@/lib/core/phone";
import { clockWords } from "@/lib/i18n/clock-words";
import { loadMessages, type Messages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { fill } from "@/lib/i18n/plain-text";
import { paidSoFar } from "@/lib/ledger/balance";
import { publicUrl } from "@/lib/tenants/public-url";
import type { Tenant } from "@/lib/tenants/types";

export type FamilyText = keyof Messages["sms"]["family"];
export type HallText = keyof Messages["sms"]["hall"];

/** All that a text may speak of, read together. Null where the booking is gone. */
export type Subject = {
  booking: BookingRow;
  customer: { name: string | null; phone: string };
  timeZone: string;
  paidPaise: Paise;
};

/** The booking that a text is about, with who it is for and what has been paid; null where there is none. */
export async function loadSubject(tx: Tx, tenant: Tenant, bookingId: string): Promise<Subject | null> {
  const [row] = await tx
    .select({
      booking: bookings,
      customer: { name: users.name, phone: users.phone },
      timeZone: venues.timeZone,
    })
    .from(bookings)
    .innerJoin(users, and(eq(users.tenantId, bookings.tenantId), eq(users.id, bookings.customerId)))
    .innerJoin(venues, and(eq(venues.tenantId, bookings.tenantId), eq(venues.id, bookings.venueId)))
    .where(and(eq(bookings.tenantId, tenant.id), eq(bookings.id, bookingId)));
  return row ? { ...row, paidPaise: await paidSoFar(tx, row.booking) } : null;
}

/** `payLink`: the gateway's page to pay at, in the one text that is about it. */
type Told = { tenant: Tenant; subject: Subject; amountPaise: Paise; payLink: string };

/** In the booking's own language. */
export async function familyText(tx: Tx, told: Told, text: FamilyText): Promise<{ locale: Locale; text: string }> {
  const { locale } = told.subject.booking;
  const { sms } = await loadMessages(locale);
  return { locale, text: fill(sms.family[text], await values(tx, told, locale)) };
}

/** In the hall's own language. */
export async function hallText(tx: Tx, told: Told, text: HallText): Promise<{ locale: Locale; text: string }> {
  const { locale } = told.tenant;
  const { sms } = await loadMessages(locale);
  // Opening a link never decides anything: on that page somebody who is logged in does.
  const path = localePath(locale, `/admin/bookings/${told.subject.booking.id}`);
  const link = await publicUrl(tx, told.tenant, path);
  return { locale, text: fill(sms.hall[text], { ...(await values(tx, told, locale)), link }) };
}

async function values(tx: Tx, told: Told, locale: Locale): Promise<Record<string, string>> {
  const { tenant, subject, amountPaise, payLink } = told;
  const { booking, customer, timeZone, paidPaise } = subject;
  const money = (paise: Paise) => formatMoney(paise, locale);
  const firstDay = localDateOf(booking.startsAt, timeZone);
  const until = booking.holdExpiresAt;
  return {
    hall: textIn(tenant.name, locale),
    number: booking.number,
    date: formatDate(firstDay, locale, "long"),
    until: until ? await momentOf(until, timeZone, locale) : "",
    advance: money(booking.advancePaise),
    paid: money(paidPaise),
    total: money(booking.totalPaise),
    balance: money(Math.max(0, booking.totalPaise - paidPaise)),
    balanceBy: formatDate(addDays(firstDay, -booking.terms.payment.balanceDueDays), locale, "long"),
    amount: money(amountPaise),
    event: booking.eventTitle,
    guests: formatNumber(booking.guests, locale),
    name: customer.name ?? "",
    phone: formatPhone(customer.phone),
    payLink,
    link: await publicUrl(tx, tenant, localePath(locale, `/bookings/${booking.id}`)),
  };
}

/** `Sat 6 Feb, 4:30 pm`, `शनि ६ फेब्रु, दुपारी ४:३०`: as the calendar says it. */
async function momentOf(at: Date, timeZone: string, locale: Locale): Promise<string> {
  const { calendar } = await loadMessages(locale);
  const { part, time } = clockWords(localDateTimeOf(at, timeZone).slice(11), locale);
  return `${formatDay(at, locale, timeZone, "short")}, ${fill(calendar.time[part], { time })}`;
}
