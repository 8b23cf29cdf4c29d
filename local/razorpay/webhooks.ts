import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import type { Extra } from "../faults";
import { newId, unixNow } from "./entities";
import type { Delivery, State } from "./state";

const RETRY_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const TRIES = 40;
const REORDER_MS = 400;

const behaviourSchema = z.strictObject({
  /** Send every event twice. */
  duplicate: z.boolean().optional(),
  /** Send what comes close together in the opposite order. */
  reorder: z.boolean().optional(),
  delayMs: z.int().min(0).optional(),
  /** Send nothing. */
  off: z.boolean().optional(),
});

export type WebhookOptions = { state: State; secret: string /** `{tenant}` stands for the tenant */; url: string };
export type Entities = Record<string, { entity: unknown }>;

/** Signs events and brings them to the app: once each in order, unless told otherwise, and again until it takes them. */
export class Webhooks {
  #behaviour: z.infer<typeof behaviourSchema> = {};
  #queue: Promise<void> = Promise.resolve();
  #waiting: Delivery[] = [];
  #closed = new AbortController();

  constructor(private readonly options: WebhookOptions) {
    for (const delivery of Object.values(options.state.data.deliveries)) this.#later(delivery);
  }

  get control(): Extra {
    return {
      schema: behaviourSchema,
      get: () => ({ ...this.#behaviour, undelivered: Object.keys(this.options.state.data.deliveries).length }),
      set: (value) => {
        this.#behaviour = { ...this.#behaviour, ...behaviourSchema.parse(value) };
      },
      reset: () => {
        this.#behaviour = {};
      },
    };
  }

  emit(event: string, payload: Entities, tenant: string | null): void {
    if (this.#behaviour.off || !this.options.url || this.#closed.signal.aborted) return;
    const body = JSON.stringify({
      entity: "event",
      account_id: "acc_MandapLocal000",
      event,
      contains: Object.keys(payload),
      payload,
      created_at: unixNow(),
    });
    const url = this.options.url.replace("{tenant}", encodeURIComponent(tenant ?? "none"));
    const delivery = { id: newId("evt"), event, url, body, tries: 0 };
    this.options.state.data.deliveries[delivery.id] = delivery;
    if (this.#behaviour.reorder) this.#collect(delivery);
    else this.#enqueue(delivery);
  }

  close(): void {
    this.#closed.abort();
  }

  #collect(delivery: Delivery): void {
    this.#waiting.push(delivery);
    if (this.#waiting.length > 1) return;
    this.#sleep(REORDER_MS)
      .then(() => {
        for (const waiting of this.#waiting.splice(0).reverse()) this.#enqueue(waiting);
      })
      .catch(() => undefined);
  }

  /** First tries go one after another; what fails is tried again beside them. */
  #enqueue(delivery: Delivery): void {
    const { delayMs = 0, duplicate } = this.#behaviour;
    this.#queue = this.#queue
      .then(async () => {
        await this.#sleep(delayMs);
        const sent = await this.#send(delivery);
        if (duplicate) await this.#send(delivery);
        await this.#settle(delivery, sent);
      })
      .catch(() => undefined);
  }

  async #settle(delivery: Delivery, sent: boolean): Promise<void> {
    const { deliveries } = this.options.state.data;
    delivery.tries++;
    const done = sent || delivery.tries >= TRIES;
    if (done) delete deliveries[delivery.id];
    await this.options.state.save();
    if (!done) this.#later(delivery);
  }

  #later(delivery: Delivery): void {
    this.#sleep(RETRY_MS[Math.min(delivery.tries, RETRY_MS.length - 1)] ?? 0)
      .then(async () => this.#settle(delivery, this.#behaviour.off ? false : await this.#send(delivery)))
      .catch(() => undefined);
  }

  async #send({ id, url, body }: Delivery): Promise<boolean> {
    this.#closed.signal.throwIfAborted();
    const signature = createHmac("sha256", this.options.secret).update(body).digest("hex");
    const headers = {
      "content-type": "application/json",
      "user-agent": "Razorpay-Webhook/v1",
      "x-razorpay-event-id": id,
      "X-Razorpay-Signature": signature,
    };
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(5_000), this.#closed.signal]);
      const answer = await fetch(url, { method: "POST", headers, body, signal });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false;
    }
  }

  #sleep(milliseconds: number): Promise<void> {
    return sleep(milliseconds, undefined, { signal: this.#closed.signal, ref: true });
  }
}
