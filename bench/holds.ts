import type { Sent } from "autocannon";
import { sql } from "drizzle-orm";
import * as z from "zod";
import { functionParam, stepHref } from "../components/booking/wish";
import { asPlatform } from "../db/client";
import { actionCall, actionId, readAction } from "./action";
import { FREE_SESSIONS, type Hall, type KeyedHall, sessionOf } from "./halls";
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
export function benchHolds(name: string, site: number, handler: Target, halls: Hall[]): Promise<Holds> {
  const id = actionId("holdBookingAction");
  return benchBookings(name, site, handler, halls, {
    call: (hall, n) => {
      const family = hall.families[n];
      if (!family) throw new Error("the bench ran out of families");
      return holdCall(id, hall, family.cookie, n);
    },
    read: (_status, body) => {
      const { data, code } = readAction(body);
      return { id: typeof data?.bookingId === "string" ? data.bookingId : undefined, code };
    },
  });
}

const restAnswer = z.object({ data: z.object({ id: z.string() }).optional(), code: z.string().optional() });
let phone = 6_000_000_000 + Math.floor(Math.random() * 900_000_000);

/** The same over REST: a key, an idempotency key, and the whole booking as the answer. */
export function benchRestHolds(name: string, site: number, handler: Target, halls: KeyedHall[]): Promise<Holds> {
  return benchBookings(name, site, handler, halls, {
    call: (hall, n) => ({
      method: "POST" as const,
      path: "/api/v1/bookings",
      headers: {
        ...{ host: hall.host, authorization: `Bearer ${hall.key}`, "content-type": "application/json" },
        "idempotency-key": `bench-${hall.tenant.slug}-${n}`,
      },
      body: JSON.stringify({
        ...{ venueId: hall.venue.id, functions: [sessionOf(hall, n)], guestCount: 100, eventType: "wedding" },
        user: { name: "Bench", phone: `+91${phone++}` },
      }),
    }),
    read: (_status, body) => {
      const { data, code } = restAnswer.parse(JSON.parse(body));
      return { id: data?.id, code };
    },
  });
}

type Way<H> = {
  /** What is sent for the n-th free session of a hall. */
  call: (hall: H, n: number) => Sent & { headers: Record<string, string> };
  read: (status: number, body: string) => { id: string | undefined; code: string | undefined };
};

async function benchBookings<H extends Pick<Hall, "tenant" | "venue">>(
  name: string,
  site: number,
  handler: Target,
  halls: H[],
  { call, read }: Way<H>,
): Promise<Holds> {
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
        if (!hall || n >= FREE_SESSIONS) throw new Error("the bench ran out of sessions");
        const sent = call(hall, n);
        return { ...request, ...sent, headers: { ...request.headers, ...sent.headers } };
      },
      onResponse: (status, body) => {
        const { id, code } = read(status, body);
        if (id) acknowledged.push(id);
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
async function assertStored(halls: Pick<Hall, "tenant">[], acknowledged: string[]): Promise<void> {
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
