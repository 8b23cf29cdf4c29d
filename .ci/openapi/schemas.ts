import { isDeepStrictEqual } from "node:util";

export type Json = Record<string, unknown>;
type Documents = { before: Json; after: Json };

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function jsonAt(node: Json, ...path: string[]): Json | undefined {
  const found = path.reduce<unknown>(
    (part, name) => (isJson(part) && Object.hasOwn(part, name) ? part[name] : undefined),
    node,
  );
  return isJson(found) ? found : undefined;
}

/** What was taken and no longer is. */
export function inputChanges(documents: Documents, where: string, before: unknown, after: unknown): string[] {
  return new Comparison(documents, { isInput: true, mayGrow: true }).compare(where, before, after);
}

/** What was promised and no longer is. `mayGrow`: values that callers do not know yet may come. */
export function answerChanges(
  documents: Documents,
  where: string,
  before: unknown,
  after: unknown,
  { mayGrow }: { mayGrow: boolean },
): string[] {
  return new Comparison(documents, { isInput: false, mayGrow }).compare(where, before, after);
}

const LOWER_LIMITS = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
const UPPER_LIMITS = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
const RULES = ["pattern", "format", "multipleOf", "uniqueItems"];

/** Two schemas side by side: what is sent may be allowed more, what is answered may promise more. */
class Comparison {
  #seen = new Set<string>();

  constructor(
    readonly documents: Documents,
    readonly side: { isInput: boolean; mayGrow: boolean },
  ) {}

  compare(where: string, before: unknown, after: unknown): string[] {
    // A schema that contains itself is compared once.
    const pair = `${refOf(before)} ${refOf(after)}`;
    if (pair !== " " && this.#seen.has(pair)) return [];
    if (refOf(before) && refOf(after)) this.#seen.add(pair);

    const was = variantsOf(this.documents.before, before);
    const is = variantsOf(this.documents.after, after);
    const [old, now] = [was[0], is[0]];
    if (was.length === 1 && is.length === 1 && old && now) return this.#one(where, old, now);
    const fits = (one: Json, other: Json) =>
      new Comparison(this.documents, this.side).#one(where, one, other).length === 0;
    if (this.side.isInput) {
      const lost = was.filter((one) => !is.some((other) => fits(one, other)));
      return lost.flatMap((one) => this.#closest(where, one, is));
    }
    const news = is.filter((other) => !was.some((one) => fits(one, other)));
    const gone = was.filter((one) => one.type === "object" && !is.some((other) => fits(one, other)));
    return [
      ...news.map((other) => `${where} may also be ${nameOf(other)}`),
      ...gone.map((one) => `${where} is never ${nameOf(one)} any more`),
    ];
  }

  /** Why the nearest of what is taken now does not take it. */
  #closest(where: string, one: Json, candidates: Json[]): string[] {
    const tries = candidates
      .filter(({ type }) => type === one.type)
      .map((other) => new Comparison(this.documents, this.side).#one(where, one, other));
    return tries.toSorted((a, b) => a.length - b.length)[0] ?? [`${where} may no longer be ${nameOf(one)}`];
  }

  #one(where: string, was: Json, is: Json): string[] {
    const type = this.#type(where, was, is);
    if (type.length > 0) return type;
    return [
      ...this.#values(where, was, is),
      ...this.#limits(where, was, is),
      ...this.#members(where, was, is),
      ...(isJson(was.items) && isJson(is.items) ? this.compare(`${where}[]`, was.items, is.items) : []),
    ];
  }

  #type(where: string, { type: was }: Json, { type: is }: Json): string[] {
    const [narrow, wide] = this.side.isInput ? [was, is] : [is, was];
    const fits = narrow === wide || wide === undefined || (narrow === "integer" && wide === "number");
    return fits ? [] : [`${where} is ${is ?? "anything"}, not ${was ?? "anything"}`];
  }

  #values(where: string, was: Json, is: Json): string[] {
    const [before, after] = [was.enum, is.enum];
    const [old, now] = [Array.isArray(before) ? before : undefined, Array.isArray(after) ? after : undefined];
    if (!old && !now) return [];
    if (!old) return this.side.isInput ? [`${where} takes only ${now?.join(", ")}`] : [];
    if (!now) return this.side.isInput || this.side.mayGrow ? [] : [`${where} may be anything`];
    const gone = old.filter((value) => !now.some((other) => isDeepStrictEqual(other, value)));
    const come = this.side.mayGrow ? [] : now.filter((value) => !old.some((other) => isDeepStrictEqual(other, value)));
    return [
      ...gone.map((value) => `${where} ${this.side.isInput ? "no longer takes" : "is never"} ${value}`),
      ...come.map((value) => `${where} may be ${value}`),
    ];
  }

  #limits(where: string, was: Json, is: Json): string[] {
    const rules = this.side.isInput ? RULES : ["format"];
    const other = rules.filter(
      (rule) => (this.side.isInput ? is[rule] !== undefined : was[rule] !== undefined) && is[rule] !== was[rule],
    );
    const changed = other.map(
      (rule) => `${where} has the ${rule} ${is[rule] ?? "of nothing"}, not ${was[rule] ?? "any"}`,
    );
    if (!this.side.isInput) return changed;
    const tighter = (names: string[], isTighter: (now: number, before: number) => boolean, none: number) =>
      names.filter((name) => isTighter(numberOr(is[name], none), numberOr(was[name], none)));
    return [
      ...changed,
      ...[
        ...tighter(LOWER_LIMITS, (now, before) => now > before, Number.NEGATIVE_INFINITY),
        ...tighter(UPPER_LIMITS, (now, before) => now < before, Number.POSITIVE_INFINITY),
      ].map((name) => `${where} has the ${name} ${is[name]}`),
    ];
  }

  #members(where: string, was: Json, is: Json): string[] {
    const [old, now] = [propertiesOf(was), propertiesOf(is)];
    const [needed, needs] = [requiredOf(was), requiredOf(is)];
    const shared = Object.keys(old).filter((name) => Object.hasOwn(now, name));
    return [
      ...Object.keys(old)
        .filter((name) => !Object.hasOwn(now, name))
        .map((name) => `${where}.${name} is gone`),
      ...(this.side.isInput
        ? needs.filter((name) => !needed.includes(name)).map((name) => `${where}.${name} is required`)
        : needed
            .filter((name) => !needs.includes(name) && shared.includes(name))
            .map((name) => `${where}.${name} may be missing`)),
      ...(this.side.isInput &&
      is.additionalProperties === false &&
      was.type === "object" &&
      was.additionalProperties !== false
        ? [`${where} takes no other members`]
        : []),
      ...(isJson(was.additionalProperties) && isJson(is.additionalProperties)
        ? this.compare(`${where}.*`, was.additionalProperties, is.additionalProperties)
        : []),
      ...shared.flatMap((name) => this.compare(`${where}.${name}`, old[name], now[name])),
    ];
  }
}

const refOf = (schema: unknown) => (isJson(schema) && typeof schema.$ref === "string" ? schema.$ref : "");
const propertiesOf = (schema: Json): Json => jsonAt(schema, "properties") ?? {};
const requiredOf = ({ required }: Json): string[] => (Array.isArray(required) ? required.map(String) : []);
const numberOr = (value: unknown, otherwise: number) => (typeof value === "number" ? value : otherwise);

/** The ways in which a value may fit: without references, `allOf`, unions, lists of types and `const`. */
function variantsOf(document: Json, schema: unknown): Json[] {
  if (!isJson(schema)) return [{}];
  const ref = refOf(schema);
  if (ref) return variantsOf(document, jsonAt(document, ...ref.split("/").slice(1)) ?? {});
  if (Array.isArray(schema.allOf)) {
    const parts = schema.allOf.map((part) => variantsOf(document, part)[0] ?? {});
    return [parts.reduce(merged, {})];
  }
  const union = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(union)) return union.flatMap((one) => variantsOf(document, one));
  if (Array.isArray(schema.type)) return schema.type.map((type) => ({ ...schema, type }));
  if ("const" in schema) return [{ ...schema, type: schema.type ?? jsonType(schema.const), enum: [schema.const] }];
  return [schema];
}

function merged(one: Json, other: Json): Json {
  return {
    ...{ ...one, ...other },
    properties: { ...propertiesOf(one), ...propertiesOf(other) },
    required: [...requiredOf(one), ...requiredOf(other)],
  };
}

const jsonType = (value: unknown) => (value === null ? "null" : typeof value);
const nameOf = ({ type, enum: values }: Json) =>
  Array.isArray(values) ? values.join(", ") : String(type ?? "anything");
