import { sql } from "drizzle-orm";
import { asPlatform } from "../../db/client";
import { makeHall, type TestTenant, type TestVenue } from "../../db/testing/make-tenant";

const AT_ONCE = 4;

type Filled = { tenant: TestTenant; venue: TestVenue };

/** Halls of one venue each with so many bookings: every morning and evening of part B, most of them behind us. */
export async function fillHalls(count: number, bookingsEach: number): Promise<Filled[]> {
  const halls: Filled[] = [];
  while (halls.length < count) {
    const size = Math.min(AT_ONCE, count - halls.length);
    halls.push(...(await Promise.all(Array.from({ length: size }, () => filledHall(bookingsEach)))));
  }
  return halls;
}

async function filledHall(bookings: number): Promise<Filled> {
  const hall = await makeHall();
  await fill(hall, bookings);
  return hall;
}

/** What a booking leaves behind once it is confirmed, in six statements. */
function fill({ tenant, venue }: Filled, bookings: number): Promise<void> {
  const idOf = (kind: string) => sql`md5(${tenant.id} || ${kind} || n)::uuid`;
  const numbers = sql`generate_series(0, ${bookings - 1}::int) as n`;
  const day = sql`((now() at time zone 'Asia/Kolkata')::date - ${Math.floor(bookings / 2) - 120}::int + n / 2)`;
  const starts = sql`(${day} + case n % 2 when 0 then time '09:00' else time '16:00' end) at time zone 'Asia/Kolkata'`;
  const ends = sql`(${day} + case n % 2 when 0 then time '15:00' else time '23:00' end) at time zone 'Asia/Kolkata'`;
  const slot = sql`case n % 2 when 0 then ${venue.slot.morning}::uuid else ${venue.slot.evening}::uuid end`;
  const owner = sql`${tenant.id}::uuid`;
  return asPlatform(async (tx) => {
    await tx.execute(sql`insert into users (tenant_id, id, phone, name)
      select ${owner}, ${idOf("user")}, '+917' || lpad(n::text, 9, '0'), 'Family' from ${numbers}`);
    await tx.execute(sql`insert into bookings (tenant_id, id, number, venue_id, customer_id, status, event_type, event_title,
        guests, source, locale, starts_at, ends_at, total_paise, taxable_paise, gst_paise, advance_paise, deposit_paise,
        terms, terms_accepted_at)
      select ${owner}, ${idOf("booking")}, 'OLD-' || n, ${venue.id}::uuid, ${idOf("user")}, 'confirmed', 'wedding', 'Wedding',
        100, 'desk', 'mr', ${starts}, ${ends}, 100000, 90000, 10000, 25000, 0, '{"payment":{"balanceDueDays":7}}'::jsonb, now()
        from ${numbers}`);
    await tx.execute(sql`insert into booking_functions (tenant_id, id, booking_id, position, name, space_id, slot_id, date, starts_at, ends_at)
      select ${owner}, ${idOf("function")}, ${idOf("booking")}, 0, 'wedding', ${venue.space.b}::uuid, ${slot}, ${day}, ${starts}, ${ends}
        from ${numbers}`);
    await tx.execute(sql`insert into allocations (tenant_id, id, part_id, booking_id, status, during)
      select ${owner}, ${idOf("claim")}, ${venue.space.b}::uuid, ${idOf("booking")}, 'confirmed',
        tstzrange(${starts} - interval '30 minutes', ${ends} + interval '30 minutes') from ${numbers}`);
    await tx.execute(sql`insert into booking_lines (tenant_id, id, booking_id, position, function_position, kind, ref_id, label,
        unit, quantity, unit_price_paise, amount_paise, gst_rate, sac, taxable_paise, gst_paise)
      select ${owner}, ${idOf("line")}, ${idOf("booking")}, 0, 0, 'space', 'b', '{"en":"Hall"}'::jsonb, 'booking', 1, 100000,
        100000, 18, '997212', 90000, 10000 from ${numbers}`);
    await tx.execute(sql`insert into booking_events (tenant_id, id, booking_id, type, to_status, actor, data)
      select ${owner}, ${idOf("event")}, ${idOf("booking")}, 'create', 'confirmed', '{"kind":"platform"}'::jsonb, '{}'::jsonb
        from ${numbers}`);
  });
}
