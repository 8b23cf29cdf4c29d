import postgres from "postgres";

/** The site's own database, for what no visitor can do: let time pass, change a price, answer for the hall. */
export async function inDatabase(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => undefined });
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

/** The hall charges more, or less, for a space's session from now on. */
export const changePrice = (spaceId: string, slotId: string, paise: number) =>
  inDatabase(
    (sql) => sql`update prices set amount_paise = amount_paise + ${paise}
      where space_id = ${spaceId} and slot_id = ${slotId}`,
  );
