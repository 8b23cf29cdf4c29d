import "server-only";
import * as z from "zod";
import type { ErrorCode } from "@/lib/errors";
import { STATUS_OF } from "../problem";
import { type Contract, errorsOf } from "./contract";

type Json = Record<string, unknown>;

const VERSION = "1.0.0";

const problem = {
  type: "object",
  description:
    "RFC 9457. `errors` names each field that is wrong, `alternatives` what is free in place of what is taken.",
  required: ["type", "title", "status", "code", "detail", "requestId"],
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    detail: { type: "string", description: "A sentence for a person, in the language that was asked for." },
    requestId: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "message"],
        properties: { path: { type: "string" }, message: { type: "string" } },
      },
    },
    alternatives: { type: "array", items: { type: "object" } },
  },
};

const RATE_HEADERS = {
  "RateLimit-Limit": { description: "Calls in a minute.", schema: { type: "integer" } },
  "RateLimit-Remaining": { description: "Calls that are left of it.", schema: { type: "integer" } },
  "RateLimit-Reset": { description: "Seconds until it begins anew.", schema: { type: "integer" } },
};

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Do this once: a second call with the key gets the first one's answer, with `Idempotent-Replayed: true`. Kept 72 hours. X-Idempotency-Key is the same.",
  schema: { type: "string", minLength: 8, maxLength: 255, pattern: "^[A-Za-z0-9_\\-:.]{8,255}$" },
};

/** The API as OpenAPI 3.1, out of its contracts and nothing else. */
export function openApiDocument(contracts: readonly Contract[]): Json {
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
      version: VERSION,
      description:
        "Money is in integer paise, and every price includes GST. Times are RFC 3339; dates are local to the venue. New members may appear in any object. A host belongs to one hall: call the hall's own.",
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
    ],
    ...(body ? { requestBody: { required: true, content: json(body, example?.body) } } : {}),
    responses: { ...success(contract, schemas), ...failures(contract) },
  };
}

function success(contract: Contract, schemas: Json): Json {
  const status = contract.data === null ? 204 : (contract.status ?? 200);
  if (contract.data === null) return { [status]: { description: "Done.", headers: RATE_HEADERS } };
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
      headers: RATE_HEADERS,
      content: json(schema, example === undefined ? undefined : { data: example }),
    },
  };
}

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
        headers: RATE_HEADERS,
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

/** References to a schema's own definitions as references to the document's, and without zod's own `id`. */
function hoisted(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(hoisted);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => key !== "id" || typeof value !== "string")
      .map(([key, value]) => [
        key,
        key === "$ref" && typeof value === "string"
          ? value.replace("#/$defs/", "#/components/schemas/")
          : hoisted(value),
      ]),
  );
}
