import * as fc from "fast-check";
import { type Document, type Operation, operationsOf } from "./document";
import { hostileBody, hostileText } from "./hostile";
import { anyValueOf, type Known, type Offer } from "./values";

/** A call as it goes over the wire. `isAsDocumented`: the address and the method are an operation's. */
export type WireCall = {
  operation: string;
  method: string;
  /** Behind the host, escaped. */
  path: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
  isAsDocumented: boolean;
};

type World = {
  document: Document;
  /** Where the operations' paths begin, `/api/v1`. */
  base: string;
  known: Known;
  days: string[];
  offers: Offer[];
  /** Values of `Authorization` and `Cookie` that stand for somebody. */
  keys: string[];
  cookies: string[];
};

/** Calls of every operation alike: some as they should be, most with something wrong in them. */
export function callsOf(world: World): fc.Arbitrary<WireCall> {
  return fc.oneof(...operationsOf(world.document).map((operation) => callOf(world, operation)));
}

function callOf(world: World, operation: Operation): fc.Arbitrary<WireCall> {
  return fc
    .record({
      method: fc.oneof(
        { weight: 40, arbitrary: fc.constant(operation.method) },
        { weight: 1, arbitrary: fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS") },
      ),
      path: pathOf(world, operation),
      query: queryOf(world, operation),
      headers: headersOf(world, operation),
      body: bodyOf(world, operation),
    })
    .map(({ method, path, query, headers, body }) => ({
      operation: operation.operationId,
      method,
      path: `${world.base}${path}${query}`,
      headers,
      // A GET may come with a body as well; nobody reads it.
      body,
      isAsDocumented: method === operation.method,
    }));
}

/** Ids of the kind that the path is about, and everything else that may stand between two slashes. */
function pathOf({ known }: World, { path }: Operation): fc.Arbitrary<string> {
  if (!path.includes("{id}")) return fc.constant(path);
  const kind = `${path.split("/")[1]?.replace(/s$/, "")}Id`;
  const [these, any] = [known[kind] ?? [], Object.values(known).flat()];
  const id = fc.oneof(
    ...(these.length > 0 ? [{ weight: 24, arbitrary: fc.constantFrom(...these) }] : []),
    ...(any.length > 0 ? [{ weight: 2, arbitrary: fc.constantFrom(...any) }] : []),
    { weight: 2, arbitrary: fc.uuid() },
    { weight: 2, arbitrary: hostileText.filter((text) => text.length > 0 && text.length < 2_000).map(escaped) },
  );
  return id.map((one) => path.replace("{id}", () => one));
}

function queryOf(world: World, { parameters }: Operation): fc.Arbitrary<string> {
  const asked = parameters.filter((one) => one.in === "query");
  const values = asked.map(({ name, schema, required }) =>
    fc
      .option(anyValueOf(world, schema, name), { nil: undefined, freq: required ? 40 : 2 })
      .map((value) =>
        value === undefined ? [] : [`${name}=${escaped(typeof value === "string" ? value : JSON.stringify(value))}`],
      ),
  );
  const more = fc.oneof(
    { weight: 12, arbitrary: fc.constant<string[]>([]) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom("lang=mr", "lang=%00", "lang=xx", "from=1&from=2", "__proto__=1", "a[b]=c", "%ZZ", "&&&=")
        .map((one) => [one]),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(hostileText, hostileText).map(([name, value]) => [`${escaped(name)}=${escaped(value)}`]),
    },
  );
  return fc.tuple(...values, more).map((parts) => {
    const query = parts.flat().join("&").slice(0, 6_000);
    return query === "" ? "" : `?${query}`;
  });
}

const rarely = <T>(often: number, usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: often, arbitrary: usual }, { weight: 1, arbitrary: odd });

function headersOf({ keys, cookies }: World, { method, parameters }: Operation): fc.Arbitrary<Record<string, string>> {
  const none = fc.constant<Record<string, string>>({});
  const one = (name: string, value: fc.Arbitrary<string>) =>
    value.map((text): Record<string, string> => ({ [name]: text }));
  const odd = hostileText.map(asHeader);
  const who = fc.oneof(
    { weight: 20, arbitrary: one("authorization", fc.constantFrom(...keys)) },
    {
      weight: 6,
      arbitrary: fc
        .constantFrom(...cookies)
        .map((cookie): Record<string, string> => ({ cookie, "sec-fetch-site": "same-origin" })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...cookies)
        .map((cookie): Record<string, string> => ({ cookie, "sec-fetch-site": "cross-site" })),
    },
    { weight: 1, arbitrary: none },
    {
      weight: 1,
      arbitrary: one(
        "authorization",
        fc.oneof(
          odd,
          odd.map((text) => `Bearer ${text}`),
          fc.constant(`Bearer mandap_${"A".repeat(43)}`),
        ),
      ),
    },
    {
      weight: 1,
      arbitrary: one(
        "cookie",
        fc.oneof(
          odd,
          odd.map((text) => `mandap.session=${text}`),
          fc.constant("mandap.session=a.b.c.d.e"),
        ),
      ),
    },
  );
  const key = rarely(9, fc.oneof(fc.uuid(), fc.constantFrom("fuzz-key-1", "fuzz-key-2", '"fuzz-key-3"')), odd);
  const takesKey = parameters.some(({ name }) => name === "Idempotency-Key");
  const type = rarely(
    20,
    fc.constant("application/json"),
    fc.constantFrom(
      "text/plain",
      "application/xml",
      "multipart/form-data; boundary=x",
      "application/json; charset=utf-16",
      "x",
    ),
  );
  return fc
    .tuple(
      who,
      takesKey ? fc.oneof(one("idempotency-key", key), one("x-idempotency-key", key), none) : none,
      method === "GET"
        ? rarely(6, none, one("if-none-match", fc.oneof(fc.constant("*"), odd)))
        : one("content-type", type),
      rarely(12, none, one("x-request-id", odd)),
      rarely(12, none, one("accept-language", fc.oneof(fc.constantFrom("mr", "hi-IN,hi;q=0.9", "*"), odd))),
      rarely(30, none, one("x-forwarded-for", odd)),
      rarely(40, none, one("x-http-method-override", fc.constantFrom("DELETE", "PUT"))),
    )
    .map((parts) => Object.assign({}, ...parts) as Record<string, string>);
}

function bodyOf(world: World, { method, body }: Operation): fc.Arbitrary<Buffer | undefined> {
  if (!body) return rarely(20, fc.constant(undefined), method === "GET" ? fc.constant(undefined) : hostileBody);
  const written = (isSound: boolean) =>
    anyValueOf({ ...world, isSound }, body).map((value) => Buffer.from(JSON.stringify(value) ?? ""));
  const sent = written(false);
  return fc.oneof(
    { weight: 10, arbitrary: written(true) },
    { weight: 10, arbitrary: sent },
    { weight: 1, arbitrary: hostileBody },
    // Cut off in the middle.
    { weight: 1, arbitrary: sent.map((bytes) => bytes.subarray(0, Math.floor(bytes.length / 2))) },
  );
}

/** As a part of an address, also where the text is no sound Unicode. */
function escaped(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
}

/** What may stand in a header at all: anything else never leaves the client. */
const asHeader = (text: string) =>
  [...Buffer.from(text).toString("latin1")]
    .filter((one) => /[\t\x20-\x7e\x80-\xff]/.test(one))
    .join("")
    .slice(0, 3_000)
    .trim();
