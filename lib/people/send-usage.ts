import "server-only";
import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Tx } from "@/db/client";
import { OTP_LIMITS, type SendUsage } from "./otp-limits";

/** One after another: whoever counts for this phone, network or prefix waits until the one before has written. */
export async function lockSends(tx: Tx, keys: string[]): Promise<void> {
  const list = sql.join(
    keys.toSorted().map((key) => sql`${`otp:${key}`}`),
    sql`, `,
  );
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(array[${list}]::text[]) key`);
}

/** Digits that neighbouring numbers share; pumping walks through one such range. */
export function prefixOf(phone: string): string {
  return phone.slice(0, "+91".length + OTP_LIMITS.prefixDigits);
}

const count = z.coerce.number();
const age = z.coerce.number().nullable();
const usageRow = z.object({
  phone_ten_minutes: count,
  phone_day: count,
  ip_hour: count,
  prefix_hour: count,
  everyone_day: count,
  oldest_of_ten_minutes: age,
  live_failures: count,
  hour_failures: count,
  last_sends: z.number().nullable(),
  last_age: age,
});

/** Counts on the database's clock. A day's rows are never more than the daily cap. */
export async function loadSendUsage(tx: Tx, ask: { tenantId: string; phone: string; ip: string }): Promise<SendUsage> {
  const { tenantId, phone, ip } = ask;
  const mine = sql`tenant_id = ${tenantId} and phone = ${phone}`;
  const [found] = await tx.execute(sql`
    with day as (
      select *, extract(epoch from clock_timestamp() - created_at)::float8 as age
      from otp_challenges where created_at > clock_timestamp() - interval '1 day'
    ), last as (
      select sends, age from day
      where ${mine} and consumed_at is null and age < ${OTP_LIMITS.chainSeconds}
      order by created_at desc limit 1
    )
    select
      count(*) filter (where phone = ${phone} and age < 600) as phone_ten_minutes,
      count(*) filter (where phone = ${phone}) as phone_day,
      count(*) filter (where ip = ${ip} and age < 3600) as ip_hour,
      count(*) filter (where starts_with(phone, ${prefixOf(phone)}) and age < 3600) as prefix_hour,
      count(*) as everyone_day,
      max(age) filter (where phone = ${phone} and age < 600) as oldest_of_ten_minutes,
      coalesce(max(failures + carried_failures) filter (
        where ${mine} and consumed_at is null and age < ${OTP_LIMITS.codeSeconds}), 0) as live_failures,
      coalesce(sum(failures) filter (
        where ${mine} and age < ${3600 + OTP_LIMITS.codeSeconds}), 0) as hour_failures,
      (select sends from last) as last_sends,
      (select age from last) as last_age
    from day`);
  const row = usageRow.parse(found);
  return {
    phoneTenMinutes: row.phone_ten_minutes,
    phoneDay: row.phone_day,
    ipHour: row.ip_hour,
    prefixHour: row.prefix_hour,
    everyoneDay: row.everyone_day,
    oldestOfTenMinutes: row.oldest_of_ten_minutes,
    last: row.last_sends === null || row.last_age === null ? null : { sends: row.last_sends, age: row.last_age },
    liveFailures: row.live_failures,
    hourFailures: row.hour_failures,
  };
}
