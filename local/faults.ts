import * as z from "zod";
import { type Call, json, parseJson, type Reply } from "./http";

/**
 * Misbehaviour on command. `POST /__control` sets, `GET` shows, `DELETE` resets.
 * `times` limits how many calls are hurt; `path` (a prefix) and `method` limit which.
 */
export const faultSchema = z.strictObject({
  latencyMs: z.int().min(0).optional(),
  /** Accept the call and never answer. */
  hang: z.boolean().optional(),
  /** Answer with this status and an HTML page, without doing the work. */
  status: z.int().min(100).max(599).optional(),
  /** Do the work, then cut the connection before the answer. */
  dropAfterCommit: z.boolean().optional(),
  times: z.int().min(1).optional(),
  path: z.string().optional(),
  method: z.string().optional(),
});
export type Fault = z.infer<typeof faultSchema>;

/** What a stand-in adds of its own to what `/__control` takes. */
export type Extra = {
  schema: z.ZodType<Record<string, unknown>>;
  get: () => unknown;
  set: (value: unknown) => void;
  reset: () => void;
};

export class Faults {
  #fault: Fault = {};
  #extras: Record<string, Extra>;

  constructor(extras: Record<string, Extra> = {}) {
    this.#extras = extras;
  }

  /** The fault that hits this call; counts it. */
  next(method: string, path: string): Fault {
    const fault = this.#fault;
    if (fault.method && fault.method.toUpperCase() !== method) return {};
    if (fault.path && !path.startsWith(fault.path)) return {};
    if (fault.times !== undefined) this.#fault = fault.times > 1 ? { ...fault, times: fault.times - 1 } : {};
    return fault;
  }

  /** Answers `/__control`; `null` for the paths below it, which belong to the stand-in. */
  control(call: Call): Reply | null {
    if (call.url.pathname !== "/__control") return null;
    if (call.method === "DELETE") {
      this.#fault = {};
      for (const extra of Object.values(this.#extras)) extra.reset();
    } else if (call.method === "POST") {
      const error = this.#set(parseJson(call.body));
      if (error) return json({ error }, 400);
    } else if (call.method !== "GET") {
      return json({ error: "GET, POST or DELETE" }, 405);
    }
    return json(this.#state());
  }

  #set(body: unknown): string | null {
    const entries = z.record(z.string(), z.unknown()).safeParse(body);
    if (!entries.success) return "a JSON object, please";
    const own = Object.entries(entries.data).filter(([name]) => !(name in this.#extras));
    const fault = faultSchema.safeParse(Object.fromEntries(own));
    if (!fault.success) return z.prettifyError(fault.error);
    const extras: (() => void)[] = [];
    for (const [name, extra] of Object.entries(this.#extras)) {
      if (!(name in entries.data)) continue;
      const parsed = extra.schema.safeParse(entries.data[name]);
      if (!parsed.success) return z.prettifyError(parsed.error);
      extras.push(() => extra.set(parsed.data));
    }
    for (const apply of extras) apply();
    this.#fault = { ...this.#fault, ...fault.data };
    return null;
  }

  #state() {
    const extras = Object.entries(this.#extras).map(([name, extra]) => [name, extra.get()]);
    return { ...this.#fault, ...Object.fromEntries(extras) };
  }
}
