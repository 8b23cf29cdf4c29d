import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Answer } from "../ask";
import { type Document, type Operation, resolved, type Schema } from "./document";

/**
 * What is wrong with an operation's answers, held against the published document: a status, a type or a member that it does
 * not name is as wrong as one that is missing.
 */
export function answerChecker(document: Document): (operation: Operation, answer: Answer) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    ajv.addSchema(closed(document, schema), `#/components/schemas/${name}`);
  }
  const compiled = new Map<Schema, ValidateFunction>();
  const validator = (schema: Schema) => {
    const known = compiled.get(schema) ?? ajv.compile(closed(document, schema));
    compiled.set(schema, known);
    return known;
  };

  return (operation, { status, headers, body }) => {
    const documented = operation.responses[String(status)];
    if (!documented) return [`${status} is not documented`];
    const faults = headers["x-request-id"] ? [] : ["there is no X-Request-Id"];
    if (!documented.content) return body === "" ? faults : [...faults, `${status} has a body`];
    const type = String(headers["content-type"] ?? "").split(";")[0] ?? "";
    const schema = documented.content[type]?.schema;
    if (!schema) return [...faults, `${status} as ${type || "nothing"} is not documented`];
    const value = parsed(body);
    if (value === undefined) return [...faults, "the body is no JSON"];
    const validate = validator(schema);
    if (validate(value)) return [...faults, ...problemFaults(value, headers)];
    const wrong = (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath || "/"} ${message} ${JSON.stringify(params)}`,
    );
    return [...faults, ...wrong];
  };
}

/** What any refusal must be, whether or not an operation is behind the address. */
export function problemFaults(value: unknown, headers: Answer["headers"]): string[] {
  if (!String(headers["content-type"]).startsWith("application/problem+json")) return [];
  const { requestId } = Object(value);
  if (typeof requestId !== "string" || requestId === "") return ["the problem has no requestId"];
  return requestId === headers["x-request-id"] ? [] : ["the problem's requestId is not the header's"];
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The same, with every object that lists its members holding no others; the parts of an `allOf` are one object. */
function closed(document: Document, node: Schema): Schema {
  const { allOf, ...rest } = node;
  const whole = Array.isArray(allOf) ? merged(document, [rest, ...allOf]) : node;
  const inside = Object.fromEntries(
    Object.entries(whole).map(([key, value]) => [key, closedValue(document, key, value)]),
  );
  const isOpen = "properties" in whole && !("additionalProperties" in whole);
  return isOpen ? { ...inside, additionalProperties: false } : inside;
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function closedValue(document: Document, key: string, value: unknown): unknown {
  if (key === "enum" || key === "const" || key === "example" || key === "default") return value;
  if (key === "properties" && isSchema(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, isSchema(one) ? closed(document, one) : one]),
    );
  }
  if (Array.isArray(value)) return value.map((one) => (isSchema(one) ? closed(document, one) : one));
  return isSchema(value) ? closed(document, value) : value;
}

function merged(document: Document, parts: Schema[]): Schema {
  const all = parts.map((part) => resolved(document, part));
  return Object.assign({}, ...all, {
    properties: Object.assign({}, ...all.map(({ properties }) => properties)),
    required: all.flatMap(({ required }) => (Array.isArray(required) ? required : [])),
  });
}
