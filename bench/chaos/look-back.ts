import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { asPlatform } from "../../db/client";
import type { Told } from "./families";

const list = (ids: string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
const WEBHOOKS_WITHIN_MS = 45_000;

/** What was said, held against what is stored. Throws where something that was acknowledged is missing, or two claims overlap. */
export async function lookBack(told: Told): Promise<{ webhooksMs: number }> {
  const webhooksMs = await untilRecorded(told.captured.map(({ paymentId }) => paymentId));
  const [found] = await asPlatform((tx) =>
    tx.execute<{ held: number; paid: number; twice: number; overlaps: number }>(sql`select
      (select count(*)::int from bookings b where b.id::text in ${list(told.held.map(({ bookingId }) => bookingId))}
         and b.status in ('temp_hold', 'confirmed') and exists (select 1 from allocations a
           where a.tenant_id = b.tenant_id and a.booking_id = b.id and a.status = b.status)) as held,
      (select count(*)::int from bookings b where b.id::text in ${list(told.captured.map(({ bookingId }) => bookingId))}
         and b.status = 'confirmed') as paid,
      (select count(*)::int from (select 1 from payments where provider_payment_id is not null
         group by tenant_id, provider_payment_id having count(*) > 1) as doubled) as twice,
      (select count(*)::int from allocations a join allocations b on a.tenant_id = b.tenant_id and a.part_id = b.part_id
         and a.id < b.id and a.during && b.during
        where a.status in ('temp_hold','pending','confirmed','completed','blackout')
          and b.status in ('temp_hold','pending','confirmed','completed','blackout')) as overlaps`),
  );
  const wrong = [
    ...(found?.held === told.held.length ? [] : [`${found?.held} of ${told.held.length} acknowledged holds are there`]),
    ...(found?.paid === told.captured.length
      ? []
      : [`${found?.paid} of ${told.captured.length} paid ones are confirmed`]),
    ...(found?.twice === 0 ? [] : [`${found?.twice} payments are there twice`]),
    ...(found?.overlaps === 0 ? [] : [`${found?.overlaps} claims overlap`]),
    ...(told.refused.length === 0 ? [] : [`families were refused: ${[...new Set(told.refused)].join(", ")}`]),
  ];
  if (wrong.length > 0) throw new Error(wrong.join("; "));
  return { webhooksMs };
}

/** Those who closed the tab are confirmed by the gateway's webhooks, which come again until they are taken. */
async function untilRecorded(paymentIds: string[]): Promise<number> {
  const began = Date.now();
  for (;;) {
    const [row] = await asPlatform((tx) =>
      tx.execute<{ count: number }>(
        sql`select count(*)::int as count from payments where provider_payment_id in ${list(paymentIds)}`,
      ),
    );
    if (row?.count === paymentIds.length) return Date.now() - began;
    if (Date.now() - began > WEBHOOKS_WITHIN_MS) {
      throw new Error(`${row?.count} of ${paymentIds.length} captured payments are recorded`);
    }
    await sleep(300);
  }
}
