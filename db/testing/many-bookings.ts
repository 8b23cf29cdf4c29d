import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { asPlatform, type TenantId } from "../client";

type Many = {
  tenantId: TenantId;
  venueId: string;
  spaceId: string;
  /** Numbers of the bookings, `n` in the texts. */
  first: number;
  count: number;
  name: SQL;
  phone: SQL;
  title: SQL;
};

/** Bookings by the thousand, an evening after another, each of a customer of its own, with a function, a payment and its history. */
export async function makeManyBookings({ tenantId, venueId, spaceId, first, count, name, phone, title }: Many) {
  const tenant = sql`${tenantId}::uuid`;
  const numbers = sql`generate_series(${first}::int, ${first + count - 1}::int) as n`;
  const idOf = (kind: string) => sql`md5(${tenantId} || ${kind} || n)::uuid`;
  const startsAt = sql`now() + (n % 2500 - 1800) * interval '1 day'`;
  await asPlatform(async (tx) => {
    await tx.execute(sql`insert into users (tenant_id, id, phone, name, created_at)
      select ${tenant}, ${idOf("user")}, ${phone}, ${name}, now() - n * interval '1 minute' from ${numbers}`);
    await tx.execute(sql`insert into bookings (tenant_id, id, number, venue_id, customer_id, status, event_type, event_title,
        guests, source, locale, starts_at, ends_at, total_paise, taxable_paise, gst_paise, advance_paise, deposit_paise,
        terms, terms_accepted_at, created_at)
      select ${tenant}, ${idOf("booking")}, 'TST-2026-' || lpad(n::text, greatest(4, length(n::text)), '0'), ${venueId}::uuid, ${idOf("user")}, 'confirmed',
        'wedding', ${title}, 100, 'desk', 'mr', ${startsAt}, ${startsAt} + interval '5 hours', 100000, 90000, 10000, 0, 0,
        '{"payment":{"balanceDueDays":7}}'::jsonb, now(), now() - n * interval '1 hour' from ${numbers}`);
    await tx.execute(sql`insert into booking_functions (tenant_id, id, booking_id, position, name, space_id, date, starts_at, ends_at)
      select ${tenant}, ${idOf("function")}, ${idOf("booking")}, 0, 'wedding', ${spaceId}::uuid, (${startsAt})::date, ${startsAt},
        ${startsAt} + interval '5 hours' from ${numbers}`);
    await tx.execute(sql`insert into payments (tenant_id, id, booking_id, receipt_number, method, amount_paise, currency, received_at)
      select ${tenant}, ${idOf("payment")}, ${idOf("booking")}, 'R' || n, 'cash', case when n % 3 = 0 then 25000 else 100000 end,
        'INR', now() from ${numbers}`);
    await tx.execute(sql`insert into booking_events (tenant_id, id, booking_id, type, to_status, actor, data, at)
      select ${tenant}, ${idOf("event")}, ${idOf("booking")}, 'create', 'confirmed', '{"kind":"platform"}'::jsonb, '{}'::jsonb,
        now() - n * interval '1 hour' from ${numbers}`);
    await tx.execute(sql`insert into audit_events (tenant_id, id, type, actor, at)
      select ${tenant}, ${idOf("audit")}, 'price.changed', '{"kind":"platform"}'::jsonb, now() - n * interval '1 hour'
      from ${numbers}`);
  });
}
