import * as z from "zod";
import { ask, TOO_LATE } from "../../local/testing/ask";
import { actionCall, actionId, readAction } from "../action";
import type { Hall } from "../halls";
import { holdCall } from "../holds";

/** What somebody was told while things were being killed: it must be true afterwards. */
export type Told = {
  held: { bookingId: string; hallIndex: number }[];
  /** The site said that it has the money. */
  paid: { bookingId: string; paymentId: string; hallIndex: number }[];
  /** The gateway said that it has the money, whatever the site said. */
  captured: { bookingId: string; paymentId: string; hallIndex: number }[];
  unanswered: number;
  /** Of those, the ones that were given up after eight seconds, and not broken off. */
  late: number;
  refused: string[];
};

const paidAtGateway = z.object({ payment: z.object({ id: z.string() }), razorpay_signature: z.string() });
const started = z.object({ orderId: z.string() });

/** `from`: how many families of each hall have been before. */
type Wiring = { site: number; gateway: string; halls: Hall[]; told: Told; from?: number };

export const nothingTold = (): Told => ({ held: [], paid: [], captured: [], unanswered: 0, late: 0, refused: [] });

/** Families who hold and pay, so many at once, until `signal`. What is not answered is asked again, as a person would. */
export async function keepBooking(wiring: Wiring, atOnce: number, signal: AbortSignal): Promise<void> {
  const { site, gateway, halls, told, from = 0 } = wiring;
  const ids = {
    hold: actionId("holdBookingAction"),
    start: actionId("startPaymentAction"),
    verify: actionId("verifyPaymentAction"),
  };
  let turn = from * halls.length;

  /** Until it is answered, or nobody waits any more. A refusal is an answer. */
  async function persist(call: Parameters<typeof ask>[1]): Promise<Record<string, unknown> | null> {
    while (!signal.aborted) {
      const answer = await ask(site, { ...call, timeoutMs: 8_000 }).catch((error: Error) => error);
      const { data, code } = "body" in answer && answer.status === 200 ? readAction(answer.body) : {};
      if (data) return data;
      const isFinal = code !== undefined && !AGAIN.has(code);
      if (isFinal) {
        told.refused.push(code);
        return null;
      }
      told.unanswered += 1;
      if (answer instanceof Error && answer.message === TOO_LATE) told.late += 1;
      console.error(`not answered: ${code ?? ("body" in answer ? `status ${answer.status}` : answer.message)}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return null;
  }

  async function oneFamily(): Promise<void> {
    const hallIndex = turn % halls.length;
    const n = Math.floor(turn / halls.length);
    turn += 1;
    const hall = halls[hallIndex];
    const family = hall?.families[n];
    if (!hall || !family) throw new Error("the families ran out");
    const held = await persist(holdCall(ids.hold, hall, family.cookie, n));
    if (typeof held?.bookingId !== "string") return;
    const { bookingId } = held;
    told.held.push({ bookingId, hallIndex });
    // Every third family only holds.
    if (n % 3 === 2) return;

    const path = `/en/bookings/${bookingId}/pay`;
    const act = (id: string, input: object) => persist({ path, ...actionCall(id, hall.host, family.cookie, input) });
    const order = started.safeParse(await act(ids.start, { bookingId, purpose: "advance" })).data;
    if (!order) return;
    const paid = await fetch(`${gateway}/__control/pay`, {
      method: "POST",
      body: JSON.stringify({ order_id: order.orderId }),
    });
    const { payment, razorpay_signature: signature } = paidAtGateway.parse(await paid.json());
    told.captured.push({ bookingId, paymentId: payment.id, hallIndex });
    // Every other one closes the tab here: the webhook has to do.
    if (n % 2 === 1) return;
    const verified = await act(ids.verify, { bookingId, orderId: order.orderId, paymentId: payment.id, signature });
    if (verified) told.paid.push({ bookingId, paymentId: payment.id, hallIndex });
  }

  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (!signal.aborted) await oneFamily();
    }),
  );
}

/** Codes that mean "not now": the same call may be made again. */
const AGAIN = new Set(["BUSY", "INTERNAL", "IDEMPOTENCY_IN_FLIGHT", "PAYMENT_GATEWAY_DOWN"]);
