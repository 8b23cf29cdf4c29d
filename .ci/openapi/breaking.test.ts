import { expect, test } from "vitest";
import { breakingChanges } from "./breaking";
import { isJson, type Json } from "./schemas";
import { nextVersion } from "./version";

const before = {
  paths: {
    "/halls": {
      get: {
        operationId: "listHalls",
        security: [],
        parameters: [{ name: "town", in: "query", required: false, schema: { type: "string", maxLength: 80 } }],
        responses: {
          200: {
            headers: { ETag: {} },
            content: {
              "application/json": { schema: { type: "array", items: { $ref: "#/components/schemas/Hall" } } },
            },
          },
          404: {
            content: {
              "application/problem+json": { schema: { allOf: [{ properties: { code: { enum: ["NOT_FOUND"] } } }] } },
            },
          },
        },
      },
      post: {
        operationId: "createHall",
        security: [{ apiKey: [] }],
        "x-scopes": ["hall.write", "setup.write"],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["name"],
                properties: {
                  name: { type: "string" },
                  seats: { type: "number", minimum: 1 },
                  kind: { enum: ["hall", "lawn"] },
                  at: { anyOf: [{ type: "string" }, { type: "null" }] },
                },
              },
            },
          },
        },
        responses: { 201: { content: { "application/json": { schema: { $ref: "#/components/schemas/Hall" } } } } },
      },
    },
  },
  components: {
    schemas: {
      Hall: {
        type: "object",
        required: ["id", "kind"],
        properties: {
          id: { type: "string", format: "uuid" },
          kind: { enum: ["hall", "lawn"] },
          seats: { type: "integer" },
          about: { type: ["string", "null"] },
          parts: { type: "array", items: { $ref: "#/components/schemas/Hall" } },
        },
      },
    },
  },
} satisfies Json;

type Step = string | number;

/** The document with one place in it changed; undefined takes the place away. */
function changed(path: Step[], value: unknown): Json {
  const document: Json = structuredClone(before);
  const holder = path.slice(0, -1).reduce<unknown>((node, step) => Object(node)[step], document);
  const last = path.at(-1) ?? "";
  if (!isJson(holder) && !Array.isArray(holder)) throw new Error(`nothing at ${path.join(".")}`);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, value);
  return document;
}

const get = ["paths", "/halls", "get"];
const post = ["paths", "/halls", "post"];
const body = [...post, "requestBody", "content", "application/json", "schema"];
const hall = ["components", "schemas", "Hall"];
const posted = (change: string) => `POST /halls: ${change}`;
const listed = (change: string) => `GET /halls: ${change}`;

test("the same document breaks nobody", () => {
  expect(breakingChanges(before, structuredClone(before))).toEqual([]);
});

test.each<[string, Step[], unknown, string]>([
  ["an operation that is gone", post, undefined, "POST /halls is gone"],
  ["one under another name", [...get, "operationId"], "halls", listed("is called halls, not listHalls")],
  ["one that was open", [...get, "security"], [{ apiKey: [] }], listed("asks who calls")],
  ["a scope that opened it", [...post, "x-scopes"], ["hall.write"], posted("the scope setup.write no longer opens it")],
  ["a parameter that is gone", [...get, "parameters"], [], listed("the query parameter town is gone")],
  [
    "one that is needed now",
    [...get, "parameters", 0, "required"],
    true,
    listed("the query parameter town is required"),
  ],
  [
    "one that takes less",
    [...get, "parameters", 0, "schema", "maxLength"],
    40,
    listed("the query parameter town has the maxLength 40"),
  ],
  [
    "a new one that is needed",
    [...post, "parameters"],
    [{ name: "x", in: "query", required: true, schema: {} }],
    posted("the query parameter x is new and required"),
  ],
  ["an input that is needed now", [...body, "required"], ["name", "seats"], posted("body.seats is required")],
  ["an input that is gone", [...body, "properties", "seats"], undefined, posted("body.seats is gone")],
  [
    "an input of a narrower type",
    [...body, "properties", "seats", "type"],
    "integer",
    posted("body.seats is integer, not number"),
  ],
  ["a limit that is tighter", [...body, "properties", "seats", "minimum"], 2, posted("body.seats has the minimum 2")],
  [
    "a format where there was none",
    [...body, "properties", "name", "format"],
    "uuid",
    posted("body.name has the format uuid, not any"),
  ],
  [
    "a value that is no longer taken",
    [...body, "properties", "kind", "enum"],
    ["hall"],
    posted("body.kind no longer takes lawn"),
  ],
  [
    "null that is no longer taken",
    [...body, "properties", "at"],
    { type: "string" },
    posted("body.at may no longer be null"),
  ],
  ["an object that is closed", [...body, "additionalProperties"], false, posted("body takes no other members")],
  ["an answer's field that is gone", [...hall, "properties", "id"], undefined, posted("201.id is gone")],
  ["a field that may be missing", [...hall, "required"], ["id"], posted("201.kind may be missing")],
  [
    "a value that an answer never had",
    [...hall, "properties", "kind", "enum"],
    ["hall", "lawn", "tent"],
    posted("201.kind may be tent"),
  ],
  [
    "a value that never comes again",
    [...hall, "properties", "kind", "enum"],
    ["hall"],
    posted("201.kind is never lawn"),
  ],
  [
    "an answer of a wider type",
    [...hall, "properties", "seats", "type"],
    "number",
    posted("201.seats is number, not integer"),
  ],
  [
    "an answer that may be null",
    [...hall, "properties", "id", "type"],
    ["string", "null"],
    posted("201.id may also be null"),
  ],
  [
    "another format of an answer",
    [...hall, "properties", "id", "format"],
    undefined,
    posted("201.id has the format of nothing, not uuid"),
  ],
  ["a status that is gone", [...get, "responses", "404"], undefined, listed("the answer 404 is gone")],
  ["a header that is gone", [...get, "responses", "200", "headers"], {}, listed("200 has lost its header ETag")],
])("%s is named", (_, path, value, fault) => {
  expect(breakingChanges(before, changed(path, value))).toContain(fault);
});

test.each<[string, Step[], unknown]>([
  ["a new operation", ["paths", "/halls", "delete"], { operationId: "x", responses: {} }],
  ["a new field of an answer", [...hall, "properties", "town"], { type: "string" }],
  ["a field that is always there", [...hall, "required"], ["id", "kind", "seats"]],
  ["an answer that is never null", [...hall, "properties", "about"], { type: "string" }],
  ["a new input that may be left out", [...body, "properties", "town"], { type: "string" }],
  ["an input that may be left out now", [...body, "required"], []],
  ["a looser limit", [...body, "properties", "seats", "minimum"], 0],
  ["another value that is taken", [...body, "properties", "kind", "enum"], ["hall", "lawn", "tent"]],
  [
    "a new reason to refuse",
    [
      ...get,
      "responses",
      "404",
      "content",
      "application/problem+json",
      "schema",
      "allOf",
      0,
      "properties",
      "code",
      "enum",
    ],
    ["NOT_FOUND", "GONE"],
  ],
  ["another scope that opens it", [...post, "x-scopes"], ["hall.write", "setup.write", "all"]],
  ["other words", [...get, "summary"], "All halls"],
])("%s breaks nobody", (_, path, value) => {
  expect(breakingChanges(before, changed(path, value))).toEqual([]);
});

test("what breaks callers raises the first number, everything else the second", () => {
  expect([nextVersion("1.4.0", false), nextVersion("1.4.0", true)]).toEqual(["1.5.0", "2.0.0"]);
});
