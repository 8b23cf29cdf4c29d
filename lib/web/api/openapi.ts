import "server-only";
import * as z from "zod";
import type { ErrorCode } from "@/lib/errors";
import { STATUS_OF } from "../problem";
import { type Contract, errorsOf } from "./contract";

type Json = Record<string, unknown>;

const text = { type: "string" };
const integer = { type: "integer" };

const instant = { type: "string", format: "date-time" };
const BOOKED: Json = {
  type: "object",
  required: ["bookingId", "number", "eventTitle", "startsAt"],
  properties: { bookingId: text, number: text, eventTitle: text, startsAt: instant },
};
const CLOSED: Json = {
  type: "object",
  required: ["reason", "startsAt", "endsAt"],
  properties: { reason: text, startsAt: instant, endsAt: instant },
};

/** What a problem may say on top of RFC 9457's members: each verb tells what its refusal is about. */
const PROBLEM_DETAILS: Json = {
  errors: {
    type: "array",
    description: "INVALID_INPUT: each field that is wrong; without a path what is wrong with the body as a whole.",
    items: { type: "object", required: ["path", "message"], properties: { path: text, message: text } },
  },
  alternatives: {
    type: "array",
    description: "SLOT_TAKEN: what is free in place of it.",
    items: {
      type: "object",
      required: ["date", "spaceId", "slotId", "pricePaise", "why"],
      properties: {
        ...{ date: { type: "string", format: "date" }, spaceId: text, slotId: text, pricePaise: integer },
        why: { enum: ["other-space", "other-session", "nearest-date"] },
      },
    },
  },
  retryAfterSeconds: { type: "integer", description: "As the Retry-After header says." },
  allow: { type: "array", description: "METHOD_NOT_ALLOWED: what the path takes.", items: text },
  what: { type: "string", description: "NOT_FOUND: the kind of thing that is not there." },
  permission: { type: "string", description: "FORBIDDEN: the scope that is missing." },
  field: { type: "string", description: "INVALID_INPUT: what is wrong, where the schema alone cannot tell." },
  header: { type: "string", description: "INVALID_INPUT: the header that is wrong." },
  ...{ addOn: text, maxQuantity: integer, partId: text, localDateTime: text, maxDays: integer, max: integer },
  ...{ spaceId: text, slotId: { type: ["string", "null"] }, capacity: integer },
  duePaise: {
    type: "integer",
    description: "ABOVE_DUE: what is owed; of an expired booking what it would owe if it were taken up again.",
  },
  hours: { type: "integer", description: "HOLD_LIMIT: within how many." },
  totalPaise: { type: "integer", description: "PRICE_CHANGED: what it costs now." },
  refundPaise: { type: "integer", description: "PRICE_CHANGED: what would go back now." },
  version: { type: "integer", description: "CHANGED_MEANWHILE: what the booking is at now." },
  event: { type: "string", description: "WRONG_STATUS: what cannot happen now." },
  functions: {
    type: "array",
    description: "FUNCTIONS_OVERLAP: the two that do, by their places in what was sent, from 0.",
    items: integer,
  },
  bookings: { type: "array", description: "STILL_BOOKED: what is in the way.", items: BOOKED },
  closures: { type: "array", description: "STILL_BOOKED: what is closed already.", items: CLOSED },
};

const problem = {
  type: "object",
  description: "RFC 9457 problem details. Go by `code`; `detail` is for a person, in the language that was asked for.",
  required: ["type", "title", "status", "code", "detail", "requestId"],
  properties: {
    type: { type: "string", format: "uri" },
    ...{ title: text, status: integer, code: text, detail: text },
    requestId: { type: "string", description: "What to name when asking the hall about it; also X-Request-Id." },
    ...PROBLEM_DETAILS,
  },
};

const HEADERS = {
  "X-Request-Id": { description: "The caller's own where it sent a sane one.", schema: text },
  "RateLimit-Policy": { description: "Calls, and in how many seconds: `300;w=60`.", schema: text },
  "RateLimit-Limit": { description: "Calls in a minute.", schema: integer },
  "RateLimit-Remaining": { description: "Calls that are left of it.", schema: integer },
  "RateLimit-Reset": { description: "Seconds until it begins anew.", schema: integer },
};
const RETRY_AFTER = { "Retry-After": { description: "Seconds to wait before asking again.", schema: integer } };
const WWW_AUTHENTICATE = { "WWW-Authenticate": { description: "`Bearer`.", schema: text } };
const REPLAYED = {
  "Idempotent-Replayed": { description: "`true` where the answer is that of an earlier call.", schema: text },
};
const ETAG = { ETag: { description: "Send it back as If-None-Match.", schema: text } };

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Do this once: a second call with the key gets the first one's answer, with `Idempotent-Replayed: true`. Kept 72 hours, for the API key that sent it: under another API key the same call counts as new. X-Idempotency-Key is the same.",
  schema: { type: "string", minLength: 8, maxLength: 255, pattern: "^[A-Za-z0-9_\\-:.]{8,255}$" },
};

const ifNoneMatch = {
  ...{ name: "If-None-Match", in: "header", required: false },
  description: "The ETag that came before: 304 and no body while nothing changed.",
  schema: text,
};

/** The API as OpenAPI 3.1, out of its contracts and nothing else. */
export function openApiDocument(contracts: readonly Contract[], version: string): Json {
  const schemas: Json = { Problem: problem };
  const paths: Record<string, Json> = {};
  for (const contract of contracts) {
    const path = paths[contract.path] ?? {};
    path[contract.method.toLowerCase()] = operationObject(contract, schemas);
    paths[contract.path] = path;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Mandap",
      version,
      description:
        "Money is in integer paise, and every price includes GST. Times are RFC 3339; dates are local to the venue. New members may appear in any answer. A host belongs to one hall: call the hall's own.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/api/v1" }],
    tags: [...new Set(contracts.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "A key of the hall, made in its set-up." },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "__Host-mandap.session",
          description: "The browser's own login. Writes must come from the hall's own pages.",
        },
      },
    },
  };
}

function operationObject(contract: Contract, schemas: Json): Json {
  const { id, tag, summary, description, access, example, isCreating } = contract;
  const body = contract.body && schemaOf(contract.body, schemas);
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    security: access === "public" ? [] : [...(access === "anyone" ? [{}] : []), { apiKey: [] }, { session: [] }],
    ...(typeof access === "string" ? {} : { "x-scopes": access }),
    parameters: [
      ...parameters(contract.params, "path", schemas),
      ...parameters(contract.query, "query", schemas),
      ...(isCreating ? [idempotencyKey] : []),
      ...(contract.isConditional ? [ifNoneMatch] : []),
    ],
    ...(body ? { requestBody: { required: true, content: json(body, example?.body) } } : {}),
    responses: { ...success(contract, schemas), ...failures(contract) },
  };
}

function success(contract: Contract, schemas: Json): Json {
  const status = contract.data === null ? 204 : (contract.status ?? 200);
  const headers = {
    ...HEADERS,
    ...(contract.isCreating ? REPLAYED : {}),
    ...(contract.isConditional ? ETAG : {}),
  };
  if (contract.data === null) return { [status]: { description: "Done.", headers } };
  const schema = {
    type: "object",
    required: contract.isPaged ? ["data", "nextCursor"] : ["data"],
    properties: {
      data: schemaOf(contract.data, schemas),
      ...(contract.isPaged ? { nextCursor: { type: ["string", "null"] } } : {}),
    },
  };
  const example = contract.example?.data;
  return {
    [status]: {
      description: contract.summary,
      headers,
      content: json(schema, example === undefined ? undefined : { data: example }),
    },
    ...(contract.isConditional ? { 304: { description: "Nothing changed.", headers } } : {}),
    ...(contract.isHealth
      ? { 503: { description: "The same; this server should not be asked.", content: json(schema, undefined) } }
      : {}),
  };
}

const WAITING = new Set([409, 429, 503]);

function failures(contract: Contract): Json {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(contract)) {
    const status = STATUS_OF[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.join(", "),
        headers: {
          ...HEADERS,
          ...(WAITING.has(status) ? RETRY_AFTER : {}),
          ...(status === 401 ? WWW_AUTHENTICATE : {}),
        },
        content: {
          "application/problem+json": {
            schema: {
              allOf: [
                { $ref: "#/components/schemas/Problem" },
                { properties: { status: { const: status }, code: { enum: codes } } },
              ],
            },
          },
        },
      },
    ]),
  );
}

function parameters(schema: z.ZodType | undefined, place: "path" | "query", schemas: Json): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, schemas) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description ? { description } : {}),
    schema: rest,
  }));
}

function json(schema: Json, example: unknown): Json {
  return { "application/json": { schema, ...(example === undefined ? {} : { example }) } };
}

/** As callers write it and read it: what zod fills in by itself may be left out, and objects may grow. */
function schemaOf(schema: z.ZodType, schemas: Json): Json {
  const { $schema: _, $defs, ...own } = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" }) as Json;
  for (const [name, definition] of Object.entries(($defs ?? {}) as Json)) schemas[name] = hoisted(definition);
  return hoisted(own) as Json;
}

/**
 * References to a schema's own definitions as references to the document's; without zod's own `id`, and without the
 * pattern that says a format once more.
 */
function hoisted(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(hoisted);
  if (typeof node !== "object" || node === null) return node;
  const isFormatted = "format" in node && typeof node.format === "string";
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => typeof value !== "string" || (key !== "id" && !(key === "pattern" && isFormatted)))
      .map(([key, value]) => [
        key,
        key === "$ref" && typeof value === "string"
          ? value.replace("#/$defs/", "#/components/schemas/")
          : hoisted(value),
      ]),
  );
}
