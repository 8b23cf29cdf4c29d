import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { asPlatform, type TenantId, type Tx } from "../client";
import { TERMS } from "../seed/terms";
import { makeTenant, makeUser, makeVenue, type TestVenue } from "./make-tenant";

const VENUES = 10;
const DAYS = 5 * 365;
/** Four years are behind, one is ahead. */
const AHEAD = 365;
const ZONE = "Asia/Kolkata";
const FAMILIES =
  "Jadhav,Pawar,Deshmukh,Kulkarni,Shinde,More,Kale,Gaikwad,Chavan,Joshi,Waghmare,Patil,Kadam,Bhosale,Salunke,Ingle,Rathod,Deshpande,Solanke,Lokhande";
const TITLES =
  "जाधव,पवार,देशमुख,कुलकर्णी,शिंदे,मोरे,काळे,गायकवाड,चव्हाण,जोशी,वाघमारे,पाटील,कदम,भोसले,साळुंके,इंगळे,राठोड,देशपांडे,सोळंके,लोखंडे";
const NAMES = "Sunita,Ganesh,Amol,Kavita,Vitthal,Jyoti,Sachin";
const AGREED = {
  text: TERMS,
  payment: { advance: { kind: "percent", percent: 25 }, balanceDueDays: 7, depositPaise: 2_500_000 },
  cancellation: { tiers: [{ daysBefore: 30, refundPercent: 50 }], freeDateChanges: 1, dateChangeDaysBefore: 7 },
};

/**
 * One hall of ten venues that has worked with Mandap for five years, `perVenue` bookings in each: families, functions,
 * claims, lines, money both ways, messages, notes, closings and history, all as the verbs would have left them.
 */
export async function makeYears(perVenue: number) {
  const tenant = await makeTenant();
  const venues: TestVenue[] = [];
  for (let at = 0; at < VENUES; at++) venues.push(await makeVenue(tenant));
  const clerk = (await makeUser(tenant.id, "manager")).id;
  await asPlatform(async (tx) => {
    await planned(tx, tenant.id, perVenue, venues);
    await families(tx, tenant.id);
    await agreements(tx, tenant.id, clerk);
    await money(tx, tenant.id, clerk);
    await paperwork(tx, tenant.id, clerk);
    await settings(tx, tenant.id, clerk);
  });
  return { tenant, venues };
}

const ids = (kind: string): SQL => sql`md5(n || ${`${kind}-`} || id)::uuid`;

/** What each booking is, told by its number: everything else is written from this. */
async function planned(tx: Tx, tenantId: TenantId, perVenue: number, venues: TestVenue[]) {
  const list = (all: string[]) => sql.raw(`array['${all.join("','")}']`);
  await tx.execute(sql`create temporary table planned on commit drop as
    select n, md5(${tenantId} || '-booking-' || n)::uuid as id, md5(${tenantId} || '-family-' || n * 4 / 5)::uuid as family,
           n * 4 / 5 as family_n, venue, part, slot, starts, ends, starts::date as day,
           least(starts - (20 + n * 37 % 160) * interval '1 day', now() - n * interval '7 minutes') as taken,
           (2500000 + n * 7919 % 60 * 100000)::bigint as paise,
           case when n % 12 = 5 then 'cancelled' when starts < now() then 'completed'
                when n % 25 = 3 then 'pending' else 'confirmed' end as status,
           case when n % 3 = 0 then 'online' when n % 7 = 0 then 'phone' else 'desk' end as source
      from generate_series(0, ${VENUES * perVenue - 1}) as n,
           lateral (select n / ${perVenue} + 1 as v, n % ${perVenue} as i) as place,
           lateral (select (${list(venues.map(({ id }) => id))}::uuid[])[v] as venue,
             (${list(venues.flatMap(({ space }) => [space.a, space.b, space.c]))}::uuid[])[(v - 1) * 3 + i % 3 + 1] as part,
             (${list(venues.flatMap(({ slot }) => [slot.morning, slot.evening]))}::uuid[])[(v - 1) * 2 + i % 2 + 1] as slot) as what
      join slots s on s.tenant_id = ${tenantId} and s.id = what.slot,
           lateral (select current_date - ${DAYS - AHEAD}::int + i * ${DAYS}::int / ${perVenue}::int as on_day) as days,
           lateral (select (on_day + s.start_time::time) at time zone ${ZONE} as starts,
             (on_day + s.start_time::time + make_interval(mins => s.length_minutes)) at time zone ${ZONE} as ends) as at`);
  await tx.execute(sql`create index on planned (n)`);
  await tx.execute(sql`analyze planned`);
}

async function families(tx: Tx, tenantId: TenantId) {
  const oneOf = (texts: string, by: SQL) =>
    sql`(string_to_array(${texts}, ','))[${by} % ${texts.split(",").length} + 1]`;
  const name = sql`case when family_n % 10 = 0 then ${oneOf(TITLES, sql`family_n / 10`)}
    else ${oneOf(NAMES, sql`family_n`)} || ' ' || ${oneOf(FAMILIES, sql`family_n / 10`)} end`;
  await tx.execute(sql`insert into users (tenant_id, id, phone, name, created_at)
    select ${tenantId}, family, '+917' || lpad((family_n::bigint * 7919 % 1000000000)::text, 9, '0'), ${name}, min(taken)
      from planned group by family, family_n`);
  const title = sql`case when n % 2 = 0 then ${oneOf(TITLES, sql`n / 2`)} || ' विवाह' else ${oneOf(FAMILIES, sql`n / 2`)} || ' wedding' end`;
  await tx.execute(sql`insert into bookings (tenant_id, id, number, venue_id, customer_id, status, event_type, event_title,
      guests, source, locale, starts_at, ends_at, total_paise, taxable_paise, gst_paise, advance_paise, deposit_paise,
      terms, terms_accepted_at, created_at, hold_expires_at, is_option)
    select ${tenantId}, id, 'TST-' || extract(year from taken) || '-' || lpad(n::text, 5, '0'), venue, family,
      (case when status = 'pending' then 'pending' else 'confirmed' end)::claim_status, 'wedding', ${title}, 100 + n % 900,
      source, 'mr', starts, ends, paise, paise - paise * 18 / 118, paise * 18 / 118, paise / 4, 2500000,
      ${JSON.stringify(AGREED)}::jsonb, taken, taken, case when status = 'pending' then now() + (1 + n % 20) * interval '1 hour' end,
      status = 'pending' and n % 2 = 1 from planned`);
}

/** Statuses move as they do in life, so that tables have the dead rows that they would have. */
async function agreements(tx: Tx, tenantId: TenantId, clerk: string) {
  await tx.execute(sql`update bookings b set status = p.status::claim_status, taken_by = case when p.source = 'online' then null
      else ${clerk}::uuid end from planned p where b.tenant_id = ${tenantId} and b.id = p.id`);
  await tx.execute(sql`insert into booking_functions (tenant_id, id, booking_id, position, name, space_id, slot_id, date, starts_at, ends_at)
    select ${tenantId}, ${ids("function")}, id, 0, 'wedding', part, slot, (starts at time zone ${ZONE})::date, starts, ends from planned`);
  await tx.execute(sql`insert into allocations (tenant_id, id, part_id, booking_id, status, during)
    select ${tenantId}, ${ids("claim")}, part, id, status::claim_status,
      tstzrange(starts - interval '30 minutes', ends + interval '30 minutes') from planned`);
  await tx.execute(sql`insert into booking_lines (tenant_id, id, booking_id, position, function_position, kind, ref_id, label, unit,
      quantity, unit_price_paise, amount_paise, gst_rate, sac, taxable_paise, gst_paise)
    select ${tenantId}, md5(n || '-line-' || place || id)::uuid, id, place, 0, case place when 0 then 'space' else 'add_on' end,
      part::text, '{"en":"Hall","mr":"सभागृह"}'::jsonb, 'booking', 1, each, each, 18, '997212', each - each * 18 / 118, each * 18 / 118
      from planned, generate_series(0, 2) as place, lateral (select case place when 0 then paise - paise / 10 * 2 else paise / 10 end as each) as sums`);
}

/** An advance with each booking, the balance a week before unless one of forty forgot it, half an advance back to who cancelled. */
async function money(tx: Tx, tenantId: TenantId, clerk: string) {
  const method = sql`(array['cash','upi','razorpay','cheque','bank'])[n % 5 + 1]`;
  const pay = (kind: string, amount: SQL, when: SQL, which: SQL) =>
    tx.execute(sql`
    insert into payments (tenant_id, id, booking_id, receipt_number, method, reference, amount_paise, currency, received_by, received_at, created_at)
    select ${tenantId}, ${ids(kind)}, id, ${`${kind[0]}/`} || n, ${method}, 'UTR ' || n, ${amount}, 'INR', ${clerk}::uuid, ${when}, ${when}
      from planned where ${which}`);
  await pay("advance", sql`paise / 4`, sql`taken`, sql`status <> 'pending'`);
  await pay(
    ...(["balance", sql`paise - paise / 4`, sql`greatest(taken, starts - interval '7 days')`] as const),
    sql`status = 'completed' and n % 40 <> 7`,
  );
  await tx.execute(sql`insert into refund_requests (tenant_id, id, booking_id, payment_id, amount_paise, reason, status, created_at)
    select ${tenantId}, ${ids("wish")}, id, ${ids("advance")}, paise / 8, 'cancelled', case when n % 240 = 5 then 'queued' else 'done' end,
      taken + interval '9 days' from planned where status = 'cancelled'`);
  await tx.execute(sql`insert into refunds (tenant_id, id, booking_id, payment_id, request_id, voucher_number, method, amount_paise, currency,
      refunded_at, created_at)
    select ${tenantId}, ${ids("refund")}, id, ${ids("advance")}, ${ids("wish")}, 'V/' || n, 'upi', paise / 8, 'INR',
      least(now(), taken + interval '10 days'), least(now(), taken + interval '10 days')
      from planned where status = 'cancelled' and n % 240 <> 5`);
}

async function paperwork(tx: Tx, tenantId: TenantId, clerk: string) {
  const actor = sql`${JSON.stringify({ kind: "staff", id: clerk, role: "manager" })}::jsonb`;
  await tx.execute(sql`insert into booking_events (tenant_id, id, booking_id, type, to_status, actor, data, device, at)
    select ${tenantId}, md5(n || type || place || id)::uuid, id, type, 'confirmed', ${actor}, '{"amountPaise":100000}'::jsonb, 'Mozilla/5.0 (Linux)',
      least(now(), taken + place * interval '5 days')
      from planned, unnest(array['create','pay','edit','resend','pay']) with ordinality as e (type, place)
     where place < 5 or status = 'completed'`);
  await tx.execute(sql`insert into booking_events (tenant_id, id, booking_id, type, from_status, to_status, actor, data, at)
    select ${tenantId}, md5(n || 'end' || id)::uuid, id, case status when 'cancelled' then 'cancel' else 'complete' end, 'confirmed',
      status::claim_status, '{"kind":"job"}'::jsonb, '{}'::jsonb, least(now(), ends) from planned where status in ('cancelled', 'completed')`);
  await tx.execute(sql`insert into notes (tenant_id, id, booking_id, text, written_by, created_at)
    select ${tenantId}, ${ids("note")}, id, 'The uncle decides about the stage', ${clerk}::uuid, taken from planned where n % 4 = 0`);
  await tx.execute(sql`insert into notes (tenant_id, id, customer_id, text, written_by, created_at)
    select ${tenantId}, ${ids("person")}, family, 'Came by himself', ${clerk}::uuid, taken from planned where n % 9 = 0`);
  await tx.execute(sql`insert into messages (tenant_id, id, booking_id, channel, recipient, template, locale, text, status, dedupe_key, created_at)
    select ${tenantId}, md5(n || kind || id)::uuid, id, 'sms', '+919800000000', kind, 'mr', 'तुमची तारीख निश्चित झाली आहे.',
      case when n % 900 = 1 then 'failed' else 'sent' end, kind || n, taken from planned, unnest(array['confirmed', 'receipt']) as kind`);
}

async function settings(tx: Tx, tenantId: TenantId, clerk: string) {
  await tx.execute(sql`insert into audit_events (tenant_id, id, type, subject, actor, actor_id, device, before, after, at)
    select ${tenantId}, gen_random_uuid(), (array['price.changed','venue.changed','days.closed','day-book.closed','import.started',
        'member.invited','customer.changed','customer.note-written'])[power(n % 17, 2)::int % 8 + 1], 'Lawn',
      ${JSON.stringify({ kind: "staff", id: clerk, role: "manager" })}::jsonb, ${clerk}::uuid, 'Mozilla/5.0 (Linux)',
      '{"price":100}'::jsonb, '{"price":200}'::jsonb, taken from planned where n % 2 = 0`);
  await tx.execute(sql`insert into day_books (tenant_id, id, venue_id, date, opening_paise, cash_in_paise, cash_out_paise, counted_paise,
      totals, closed_by, closed_at)
    select ${tenantId}, gen_random_uuid(), v.id, d::date, 100000, 50000, 0, 150000, '{}'::jsonb, ${clerk}::uuid, d + interval '20 hours'
      from venues v, generate_series(current_date - 400, current_date - 1, interval '1 day') as d where v.tenant_id = ${tenantId}`);
  await tx.execute(sql`insert into imports (tenant_id, id, venue_id, file_name, mapping, status, rows_total, rows_done, created_by, created_at)
    select ${tenantId}, md5(v.id || 'import' || n)::uuid, v.id, 'diary-' || n || '.xlsx',
      '{"columns":{},"dateOrder":"dmy","guests":200,"paidOn":"2024-01-01","method":"cash","words":{"space":{},"session":{}},"headings":["Date","Name"],"fileHash":"0"}'::jsonb, 'done', 200, 200, ${clerk}::uuid,
      now() - n * interval '30 days' from venues v, generate_series(1, 2) as n where v.tenant_id = ${tenantId}`);
  await tx.execute(sql`insert into import_rows (tenant_id, id, import_id, position, cells, status)
    select tenant_id, gen_random_uuid(), id, n, '{"A":"2024-01-01","B":"Jadhav","C":"9812345678"}'::jsonb, 'imported'
      from imports, generate_series(1, 200) as n where tenant_id = ${tenantId}`);
  await tx.execute(sql`insert into muhurat_dates (tenant_id, id, venue_id, date, source)
    select ${tenantId}, gen_random_uuid(), v.id, current_date + n * 6, 'panchang' from venues v, generate_series(-280, 60) as n
     where v.tenant_id = ${tenantId}`);
}
