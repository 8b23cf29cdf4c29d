import postgres from "postgres";

/** The site's own database, for what no visitor can do: let time pass, change a price, answer for the hall. */
export async function inDatabase(
  work: (sql: postgres.Sql) => Promise<unknown>,
  url = process.env.E2E_DATABASE_URL ?? "",
): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

/** A hold's time is over, this second or some seconds from now. */
export const lapse = (bookingId: string, seconds = 0) =>
  inDatabase(
    (sql) => sql`update bookings set hold_expires_at = clock_timestamp() + make_interval(secs => ${seconds})
      where id = ${bookingId}`,
  );

/** The codes that a phone was sent have run out. */
export const runOutCodes = (phone: string) =>
  inDatabase(
    (sql) => sql`update otp_challenges set expires_at = clock_timestamp() - interval '1 second',
      created_at = created_at - interval '6 minutes' where phone = ${phone}`,
  );

/** The hall charges more for a space's session from now on, on one day, so that no other test's price changes. */
export const raisePrice = (spaceId: string, slotId: string, date: string, paise: number) =>
  inDatabase(
    (sql) => sql`insert into price_rules (tenant_id, id, venue_id, position, label, space_id, slot_id, "when", adjust)
      select tenant_id, gen_random_uuid(), venue_id, 1000, '{"en":"Dearer"}'::jsonb, id, ${slotId},
        jsonb_build_object('from', ${date}::text, 'to', ${date}::text),
        jsonb_build_object('kind', 'amount', 'paise', ${paise}::int)
      from spaces where id = ${spaceId}`,
  );

/** A hold is a request from now on, which the hall has to answer. */
export const waitForAnswer = (bookingId: string) =>
  inDatabase((sql) => sql`update bookings set status = 'pending' where id = ${bookingId}`);

/** The hall says no, with a reason. */
export const refuse = (bookingId: string, reason: string) =>
  inDatabase(async (sql) => {
    await sql`update bookings set status = 'rejected', hold_expires_at = null where id = ${bookingId}`;
    await sql`insert into booking_events (tenant_id, id, booking_id, type, from_status, to_status, actor, data)
      select tenant_id, gen_random_uuid(), id, 'reject', 'pending', 'rejected', '{"kind":"job","name":"test"}'::jsonb,
        jsonb_build_object('reason', ${reason}::text) from bookings where id = ${bookingId}`;
  });

/** The hall's desk took some money for a booking, in cash. */
export const receiveCash = (bookingId: string, paise: number) =>
  inDatabase(
    (sql) => sql`insert into payments
        (tenant_id, id, booking_id, receipt_number, method, amount_paise, currency, received_at)
      select tenant_id, gen_random_uuid(), id, 'TEST/' || number, 'cash', ${paise}, 'INR', clock_timestamp()
      from bookings where id = ${bookingId}`,
  );
