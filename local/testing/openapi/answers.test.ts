import { expect, test } from "vitest";
import { answerChecker } from "./answers";
import { operationsOf, parseDocument } from "./document";

const document = parseDocument({
  openapi: "3.1.0",
  paths: {
    "/halls/{id}": {
      get: {
        ...{ operationId: "getHall", security: [], parameters: [] },
        responses: {
          200: { content: { "application/json": { schema: { $ref: "#/components/schemas/Answer" } } } },
          304: {},
          404: {
            content: {
              "application/problem+json": {
                schema: {
                  allOf: [
                    { $ref: "#/components/schemas/Problem" },
                    { properties: { status: { const: 404 }, code: { enum: ["NOT_FOUND"] } } },
                  ],
                },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Answer: { type: "object", required: ["data"], properties: { data: { $ref: "#/components/schemas/Hall" } } },
      Hall: {
        type: "object",
        required: ["id"],
        properties: { id: { type: "string", format: "uuid" }, seats: { type: "integer" } },
      },
      Problem: {
        type: "object",
        required: ["code", "requestId"],
        properties: { code: { type: "string" }, status: { type: "integer" }, requestId: { type: "string" } },
      },
    },
  },
});
const [getHall] = operationsOf(document);
const check = answerChecker(document);
const id = "01981f6e-7c00-7000-8000-000000000001";

function faults(status: number, body: unknown, headers: Record<string, string> = {}) {
  if (!getHall) throw new Error("no operation");
  const type = status < 400 ? "application/json" : "application/problem+json; charset=utf-8";
  const text = body === undefined ? "" : JSON.stringify(body);
  return check(getHall, { status, headers: { "content-type": type, "x-request-id": "r", ...headers }, body: text });
}

test("answers that the document describes are sound", () => {
  expect(faults(200, { data: { id, seats: 3 } })).toEqual([]);
  expect(faults(304, undefined)).toEqual([]);
  expect(faults(404, { status: 404, code: "NOT_FOUND", requestId: "r" })).toEqual([]);
});

test.each([
  ["a member that nobody documented", 200, { data: { id, secret: 1 } }, /additional properties.*secret/],
  ["one beside the data", 200, { data: { id }, more: 1 }, /additional properties.*more/],
  ["a member that is missing", 200, { data: {} }, /required property 'id'/],
  ["another type", 200, { data: { id, seats: "3" } }, /seats must be integer/],
  ["another format", 200, { data: { id: "7" } }, /format "uuid"/],
  ["another status", 201, { data: { id } }, /201 is not documented/],
  ["a body where there is none", 304, {}, /304 has a body/],
  ["another code", 404, { status: 404, code: "GONE", requestId: "r" }, /allowed values/],
  ["a detail that nobody documented", 404, { status: 404, code: "NOT_FOUND", requestId: "r", sql: "" }, /sql/],
  ["a problem without its request's id", 404, { status: 404, code: "NOT_FOUND", requestId: "" }, /no requestId/],
  ["one of another request", 404, { status: 404, code: "NOT_FOUND", requestId: "x" }, /not the header's/],
])("%s is a fault", (_, status, body, fault) => {
  expect(faults(status, body).join("; ")).toMatch(fault);
});

test("another type of content and a missing request id are faults", () => {
  expect(faults(200, { data: { id } }, { "content-type": "text/html" })).toEqual([
    "200 as text/html is not documented",
  ]);
  expect(faults(200, { data: { id } }, { "x-request-id": "" })).toEqual(["there is no X-Request-Id"]);
});
