import { sql } from "drizzle-orm";
import { functionParam, stepHref } from "../components/booking/wish";
import { asPlatform } from "../db/client";
import { actionCall, actionId, readAction } from "./action";
import { FREE_SESSIONS, type Hall, sessionOf } from "./halls";
import { beside, type Row, type Target } from "./load";

/** What one family sends to hold the n-th free session, as its browser would from the review step. */
export function holdCall(id: string, hall: Hall, cookie: string, n: number) {
  const wanted = { ...sessionOf(hall, n), name: "wedding" as const };
  const wish = { venue: hall.venue.slug, functions: [wanted], guests: 100, eventType: "wedding" as const, addOns: [] };
  const input = {
    ...{ venueId: hall.venue.id, functions: [wanted], guests: 100, addOns: [] },
    ...{ eventType: "wedding", eventTitle: "Bench", termsAccepted: true, locale: "en" },
    idempotencyKey: `${functionParam(wanted)}/${n}`,
  };
  return { path: stepHref("en", "review", wish), ...actionCall(id, hall.host, cookie, input) };
}

export type Holds = { row: Row; acknowledged: number; taken: number; refused: string[] };

/** Each request another family for another session, over the server action; what was acknowledged is then looked for. */
export async function benchHolds(name: string, site: number, handler: Target, halls: Hall[]): Promise<Holds> {
  const id = actionId("holdBookingAction");
  const acknowledged: string[] = [];
  const refused: string[] = [];
  let taken = 0;
  let turn = 0;
  const target: Target = {
    port: site,
    request: {
      setupRequest: (request) => {
        const hall = halls[turn % halls.length];
        const n = Math.floor(turn / halls.length);
        turn += 1;
        const family = hall?.families[n];
        if (!hall || !family || n >= FREE_SESSIONS) throw new Error("the bench ran out of families");
        const call = holdCall(id, hall, family.cookie, n);
        return { ...request, ...call, headers: { ...request.headers, ...call.headers } };
      },
      onResponse: (status, body) => {
        const { data, code } = readAction(body);
        if (typeof data?.bookingId === "string") acknowledged.push(data.bookingId);
        else if (code === "SLOT_TAKEN") taken += 1;
        else refused.push(code ?? `status ${status}`);
      },
    },
  };
  const row = await beside(name, "bare handler", handler, target);
  await assertStored(halls, acknowledged);
  return { row: { ...row, errors: row.errors + refused.length }, acknowledged: acknowledged.length, taken, refused };
}

/** Every acknowledged hold is there with its claim, and no two claims overlap. */
async function assertStored(halls: Hall[], acknowledged: string[]): Promise<void> {
  const tenants = sql.join(
    halls.map(({ tenant }) => sql`${tenant.id}::uuid`),
    sql`, `,
  );
  const [found] = await asPlatform((tx) =>
    tx.execute<{ bookings: string[]; overlaps: number }>(sql`
      select
        (select json_agg(b.id) from bookings b where b.tenant_id in (${tenants}) and b.status = 'temp_hold' and exists
          (select 1 from allocations a where a.tenant_id = b.tenant_id and a.booking_id = b.id)) as bookings,
        (select count(*)::int from allocations a join allocations b on a.tenant_id = b.tenant_id
            and a.part_id = b.part_id and a.id < b.id and a.during && b.during
          where a.tenant_id in (${tenants})) as overlaps`),
  );
  const stored = new Set(found?.bookings);
  const missing = acknowledged.filter((id) => !stored.has(id));
  if (missing.length > 0) throw new Error(`${missing.length} acknowledged holds are not in the database`);
  if (new Set(acknowledged).size !== acknowledged.length) throw new Error("one booking was acknowledged twice");
  if (found?.overlaps !== 0) throw new Error(`${found?.overlaps} claims overlap`);
}
