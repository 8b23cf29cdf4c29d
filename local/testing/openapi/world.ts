import { type Answer, ask } from "../ask";
import { parsed } from "./answers";
import type { Offer as Choice, Known } from "./values";

type Place = { port: number; host: string /** Of somebody who may do everything. */; key: string };
type Offer = { slotId: string; spaceId: string; state: string };
type Day = { date: string; slots: Offer[] };

/** A hall with something of everything in it, made through its API: what calls can be about. */
export async function makeWorld({
  port,
  host,
  key,
}: Place): Promise<{ known: Known; days: string[]; offers: Choice[] }> {
  const call = (method: string, path: string, body?: object): Promise<Answer> =>
    ask(port, {
      ...{ method, path: `/api/v1${path}` },
      headers: { host, authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: body && JSON.stringify(body),
      timeoutMs: 20_000,
    });
  const must = async (method: string, path: string, body?: object) => {
    const answer = await call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} was ${answer.status}: ${answer.body}`);
    return Object(parsed(answer.body)).data;
  };

  const [venue] = await must("GET", "/venues");
  const from = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  const to = new Date(Date.now() + 160 * 86_400_000).toISOString().slice(0, 10);
  const { days }: { days: Day[] } = await must("GET", `/venues/${venue.id}/availability?from=${from}&to=${to}`);
  const parts = venue.spaces.filter((space: { partIds: string[] }) => space.partIds.length === 1);
  const isPart = ({ spaceId }: Offer) => parts.some(({ id }: { id: string }) => id === spaceId);
  const free = days.flatMap(({ date, slots }) => {
    const offer = slots.every(({ state }) => state === "free") ? slots.find(isPart) : undefined;
    return offer ? [{ date, spaceId: offer.spaceId, slotId: offer.slotId }] : [];
  });

  const book = async (n: number) => {
    const user = {
      name: `Fuzz ${n}`,
      phone: `+9198${String(Date.now() % 1_000_000).padStart(6, "0")}${String(n).padStart(2, "0")}`,
    };
    const functions = [{ ...free[n], name: "wedding" }];
    return must("POST", "/bookings", { venueId: venue.id, functions, user, eventType: "wedding", guestCount: 50 });
  };
  const bookings = [];
  for (let n = 0; n < 8; n++) bookings.push(await book(n));
  const [first, second, third] = bookings;
  await must("POST", `/bookings/${first.id}/confirm`);
  await must("POST", `/bookings/${third.id}/cancel`, {});
  const cash = { method: "cash", amountPaise: 100_000 };
  const payments = [
    await must("POST", `/bookings/${first.id}/payments`, cash),
    await must("POST", `/bookings/${second.id}/payments`, cash),
  ];
  const last = free.at(-1)?.date;
  const blackout = await must("POST", "/blackouts", { venueId: venue.id, from: last, to: last, reason: "Repairs" });

  const idsOf = (things: { id: string }[]) => things.map(({ id }) => id);
  return {
    offers: free.slice(bookings.length, -1),
    days: [...free.slice(0, 30), ...free.slice(-5)].map(({ date }) => date),
    known: {
      venueId: [venue.id],
      spaceId: idsOf(venue.spaces),
      slotId: idsOf(venue.slots),
      addOnId: idsOf(venue.addOns),
      bookingId: idsOf(bookings),
      userId: bookings.map(({ user }) => user.id),
      paymentId: idsOf(payments),
      blackoutId: [blackout.id],
    },
  };
}
