import { randomUUID } from "node:crypto";
import { addDays, addMonths } from "../../lib/core/local-date";
import { todayIn } from "../../lib/core/period";
import type { Asked } from "../../local/testing/ask";
import { FREE_SESSIONS, type KeyedHall, sessionOf } from "../halls";

type Call = Asked & { expects: readonly number[] };
type Kind = (hall: KeyedHall, n: number) => Call;

const ZONE = "Asia/Kolkata";
const monthOf = (n: number) => addMonths(`${todayIn(new Date(), ZONE).slice(0, 7)}-01`, 1 + (n % 20));

let phone = 6_100_000_000 + Math.floor(Math.random() * 800_000_000);

const month: Kind = ({ host, venue }, n) => {
  const first = monthOf(n);
  const range = `from=${first}&to=${addDays(addMonths(first, 1), -1)}`;
  return { path: `/api/v1/venues/${venue.id}/availability?${range}`, headers: { host }, expects: [200] };
};
const venue: Kind = ({ host, venue: { id } }) => ({ path: `/api/v1/venues/${id}`, headers: { host }, expects: [200] });
const page: Kind = ({ host, venue: { slug } }) => ({ path: `/mr/venues/${slug}`, headers: { host }, expects: [200] });
const list: Kind = ({ host, key }) => ({
  path: "/api/v1/bookings?limit=20",
  headers: withKey(host, key),
  expects: [200],
});
const quote: Kind = (hall, n) => ({
  ...post(hall, `/api/v1/venues/${hall.venue.id}/quote`, { functions: [sessionOf(hall, n)], guestCount: 100 }),
  expects: [200],
});
const hold: Kind = (hall, n) => ({
  ...post(hall, "/api/v1/bookings", {
    ...{
      venueId: hall.venue.id,
      functions: [sessionOf(hall, n % FREE_SESSIONS)],
      guestCount: 100,
      eventType: "wedding",
    },
    user: { name: "Soak", phone: `+91${phone++}` },
  }),
  expects: [201],
});

/** A second of a busy evening: people look, fewer ask what it costs, a few hold. */
const MIX: readonly [Kind, times: number][] = [
  [month, 32],
  [venue, 6],
  [quote, 5],
  [list, 3],
  [page, 2],
  [hold, 2],
];
const ORDER = MIX.flatMap(([kind, times]) => Array.from({ length: times }, () => kind));

/** The n-th call of a soak, each hall in its turn. */
export function callOf(halls: readonly KeyedHall[], n: number): Call {
  const hall = halls[n % halls.length];
  // Another place in the order each time a hall has its turn, so that every hall is asked for everything.
  const kind = ORDER[(n * 7) % ORDER.length];
  if (!hall || !kind) throw new Error("no hall");
  return kind(hall, Math.floor(n / halls.length));
}

const withKey = (host: string, key: string) => ({ host, authorization: `Bearer ${key}` });

function post({ host, key }: KeyedHall, path: string, body: object): Asked {
  const headers = { ...withKey(host, key), "content-type": "application/json", "idempotency-key": randomUUID() };
  return { method: "POST", path, headers, body: JSON.stringify(body) };
}
