import * as fc from "fast-check";
import { type Answer, ask } from "../ask";
import { answerChecker, parsed, problemFaults } from "./answers";
import { callsOf, type WireCall } from "./calls";
import { type Document, operationsOf } from "./document";
import type { Known, Offer } from "./values";

export type FuzzPlace = {
  port: number;
  host: string;
  document: Document;
  known: Known;
  days: string[];
  offers: Offer[];
  keys: string[];
  cookies: string[];
};
/** How often each status came, by operation; `mangled` are the calls that met none. */
export type Fuzzed = { calls: number; statuses: Record<string, Record<number, number>> };

/**
 * Calls the API in ways that nobody meant. Throws with the smallest call that still does it where one is answered with 5xx or
 * otherwise than the document says, and with the seed that leads there again.
 */
export async function fuzz(place: FuzzPlace, { runs, seed }: { runs: number; seed: number }): Promise<Fuzzed> {
  const { port, host, document } = place;
  const byId = new Map(operationsOf(document).map((operation) => [operation.operationId, operation]));
  const faultsOf = answerChecker(document);
  const statuses: Fuzzed["statuses"] = {};
  let calls = 0;

  const check = (call: WireCall, answer: Answer): string[] => {
    if (answer.status >= 500) return [`5xx: ${answer.body.slice(0, 300)}`];
    const operation = byId.get(call.operation);
    if (!operation || !call.isAsDocumented) return otherFaults(call, answer);
    // A byte that is no text in an address is turned away before it reaches any route.
    if (answer.status === 400 && !isText(call.path)) return [];
    return faultsOf(operation, answer);
  };

  await fc.assert(
    fc.asyncProperty(callsOf({ ...place, base: "/api/v1" }), async (call) => {
      const answer = await ask(port, { ...call, headers: { host, ...call.headers }, timeoutMs: 20_000 });
      calls += 1;
      const name = call.isAsDocumented ? call.operation : "another method";
      const counts = statuses[name] ?? {};
      statuses[name] = { ...counts, [answer.status]: (counts[answer.status] ?? 0) + 1 };
      const faults = check(call, answer);
      if (faults.length > 0) {
        const sent = `${call.method} ${call.path} ${call.body?.toString("utf8", 0, 600) ?? ""}`;
        throw new Error(`${answer.status}: ${faults.slice(0, 5).join("; ")}\n${sent}`);
      }
    }),
    { numRuns: runs, seed, endOnFailure: false },
  );
  return { calls, statuses };
}

/** An operation's address with another method: refused as a problem, or what every server answers by itself. */
function otherFaults({ method, path }: WireCall, { status, headers, body }: Answer): string[] {
  if (method === "HEAD") return body === "" ? [] : ["HEAD has a body"];
  if (method === "OPTIONS" || status < 400 || (status === 400 && !isText(path))) return [];
  const isProblem = String(headers["content-type"]).startsWith("application/problem+json");
  return isProblem ? problemFaults(parsed(body), headers) : ["the refusal is no problem"];
}

function isText(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
