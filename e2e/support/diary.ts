import { randomUUID } from "node:crypto";
import { inDatabase } from "./database";
import type { Free } from "./dates";

const BUFFER_MINUTES = 30;
const HOURS_TO_ANSWER = 8;

type Written = { id: string; number: string };
type How = { spaceId?: string; status?: "confirmed" | "pending" };

/** A booking of the demo hall in a session that is free, written down instead of taken; a pending one asks the hall, to pay there. */
export async function bookAt(free: Free, title: string, how: How = {}): Promise<Written> {
  const { spaceId = free.space.id, status = "confirmed" } = how;
  const id = randomUUID();
  const number = `E2E-${id.slice(0, 8)}`;
  await inDatabase((sql) =>
    sql.begin(async (tx) => {
      await tx`select set_config('role', 'mandap_platform', true)`;
      await tx`
        with at as (
          select s.tenant_id, (${free.date}::date + s.start_time::time) at time zone v.time_zone as starts,
            (${free.date}::date + s.start_time::time + make_interval(mins => s.length_minutes)) at time zone v.time_zone as ends
          from slots s join venues v on v.tenant_id = s.tenant_id and v.id = s.venue_id where s.id = ${free.slot.id}
        )
        insert into bookings (tenant_id, id, number, venue_id, customer_id, status, event_type, event_title, guests, source,
          locale, starts_at, ends_at, total_paise, taxable_paise, gst_paise, advance_paise, deposit_paise, terms, terms_accepted_at,
          pay_at_hall_at, hold_expires_at)
        select b.tenant_id, ${id}, ${number}, b.venue_id, b.customer_id, ${status}::claim_status, 'wedding', ${title}, 50, 'desk', 'en',
          at.starts, at.ends, ${free.pricePaise}, ${free.pricePaise}, 0, 0, 0, b.terms, now(),
          case when ${status === "pending"} then now() end,
          case when ${status === "pending"} then now() + make_interval(hours => ${HOURS_TO_ANSWER}) end
        from bookings b join at on at.tenant_id = b.tenant_id where b.venue_id = ${free.venue.id}
        order by b.created_at limit 1`;
      await tx`
        insert into booking_functions (tenant_id, id, booking_id, position, name, space_id, slot_id, date, starts_at, ends_at)
        select tenant_id, ${randomUUID()}, id, 0, 'wedding', ${spaceId}, ${free.slot.id}, ${free.date}, starts_at, ends_at
        from bookings where id = ${id}`;
      await tx`
        insert into booking_lines (tenant_id, id, booking_id, position, function_position, kind, ref_id, label, unit, quantity,
          unit_price_paise, amount_paise, gst_rate, sac, taxable_paise, gst_paise)
        select tenant_id, ${randomUUID()}, id, 0, 0, 'space', ${spaceId}, '{"en":"Hall"}', 'booking', 1,
          total_paise, total_paise, 0, '997212', total_paise, 0 from bookings where id = ${id}`;
      await tx`
        insert into allocations (tenant_id, id, part_id, booking_id, status, during)
        select tenant_id, ${randomUUID()}, ${spaceId}, id, status, tstzrange(
          starts_at - make_interval(mins => ${BUFFER_MINUTES}), ends_at + make_interval(mins => ${BUFFER_MINUTES}))
        from bookings where id = ${id}`;
    }),
  );
  return { id, number };
}
