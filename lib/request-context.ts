import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

/** What is known of the request, or the job, that runs: for the log, for metrics, and for who looks at Postgres. */
export type RequestContext = {
  requestId: string;
  /** What was asked for, as a pattern without ids: `GET /api/v1/venues/{id}`. */
  route?: string;
  /** The hall's slug. */
  tenant?: string;
  /** The id of the API key that called; never the key. */
  key?: string;
  /** Of the refusal that it was answered with. */
  code?: string;
};

// One a process: routes, pages and the start of the server are bundled apart, and must mean the same.
const held = globalThis as typeof globalThis & { mandapRequest?: AsyncLocalStorage<RequestContext> };
held.mandapRequest ??= new AsyncLocalStorage<RequestContext>();
const storage = held.mandapRequest;

export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs `work` as the request `requestId`, or goes on in it where it runs already. */
export function underRequest<T>(requestId: string, work: () => T): T {
  return storage.getStore()?.requestId === requestId ? work() : storage.run({ requestId }, work);
}

/** Everything that the present call still leads to is of this request. For whoever is told of it and cannot wrap it. */
export function enterRequest(context: RequestContext): void {
  storage.enterWith(context);
}

/** Adds what has become known. Outside of a request it says nothing to nobody. */
export function noteOfRequest(known: Partial<Omit<RequestContext, "requestId">>): void {
  const context = storage.getStore();
  if (context) Object.assign(context, known);
}
