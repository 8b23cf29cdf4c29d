import { existsSync, readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import * as z from "zod";
import { parseJson } from "../http";
import {
  type Link,
  linkSchema,
  type Order,
  orderSchema,
  type Payment,
  paymentSchema,
  type Refund,
  refundSchema,
} from "./entities";
import { Failure, unknownId } from "./failure";

const deliverySchema = z.object({
  id: z.string(),
  event: z.string(),
  url: z.string(),
  body: z.string(),
  tries: z.number(),
});
/** A webhook that has not been taken yet. */
export type Delivery = z.infer<typeof deliverySchema>;

const stateSchema = z.object({
  orders: z.record(z.string(), orderSchema),
  payments: z.record(z.string(), paymentSchema),
  refunds: z.record(z.string(), refundSchema),
  links: z.record(z.string(), linkSchema),
  /** Refund idempotency: key → what was asked with it, and the refund it made. */
  refundKeys: z.record(z.string(), z.object({ fingerprint: z.string(), refundId: z.string() })),
  deliveries: z.record(z.string(), deliverySchema),
});
type Kinds = { orders: Order; payments: Payment; refunds: Refund; links: Link };
type Tables = { [K in keyof Kinds]: Record<string, Kinds[K]> };
type Data = Omit<z.infer<typeof stateSchema>, keyof Kinds> & Tables;

const empty = (): Data => ({ orders: {}, payments: {}, refunds: {}, links: {}, refundKeys: {}, deliveries: {} });

/** Everything that the account knows; with a file it outlives the process. */
export class State {
  data: Data;
  #writing: Promise<void> | null = null;
  #dirty = false;
  #closed = false;

  constructor(private readonly file?: string) {
    const stored = file && existsSync(file) ? stateSchema.safeParse(parseJson(readFileSync(file, "utf8"))) : null;
    this.data = stored?.success ? stored.data : empty();
  }

  find<K extends keyof Kinds>(kind: K, id: string | undefined): Kinds[K] {
    if (id === undefined) throw new Failure("The id field is required.");
    const tables: Tables = this.data;
    const found = tables[kind][id];
    if (!found) throw unknownId();
    return found;
  }

  paymentsOf(orderId: string) {
    return Object.values(this.data.payments).filter((payment) => payment.order_id === orderId);
  }

  /** Resolves when everything up to now is on disk; writes that wait are done as one. */
  async save(): Promise<void> {
    if (!this.file || this.#closed) return;
    this.#dirty = true;
    while (this.#dirty || this.#writing) {
      this.#writing ??= this.#write(this.file).finally(() => {
        this.#writing = null;
      });
      await this.#writing;
    }
  }

  /** The last save: what a timer still changes afterwards is not written. */
  async close(): Promise<void> {
    await this.save();
    this.#closed = true;
  }

  async #write(file: string): Promise<void> {
    this.#dirty = false;
    await writeFile(`${file}.new`, JSON.stringify(this.data));
    await rename(`${file}.new`, file);
  }
}
