import * as fc from "fast-check";
import { type Document, resolved, type Schema } from "./document";
import { hostileValue } from "./hostile";

/** Ids that mean something, by the member that they stand in (`venueId`, `spaceId` …). */
export type Known = Record<string, string[]>;
export type Offer = { date: string; spaceId: string; slotId: string };
type Given = {
  document: Document;
  known: Known;
  days: string[];
  /** What is free: a session of a space on a day. */
  offers: Offer[];
  /** Nothing but what is asked for. */
  isSound?: boolean;
};

/** How often a place holds something else than its schema asks for, of so many. */
const SPOILT_OF = 30;

/** Values of a schema: mostly as it asks, at its edges more often than not, and here and there anything at all. */
export function anyValueOf(given: Given, schema: Schema, name = ""): fc.Arbitrary<unknown> {
  const sound = soundValue(given, resolved(given.document, schema), name);
  if (given.isSound) return sound;
  return fc.oneof({ weight: SPOILT_OF, arbitrary: sound }, { weight: 1, arbitrary: hostileValue });
}

function soundValue(given: Given, schema: Schema, name: string): fc.Arbitrary<unknown> {
  const union = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(union))
    return fc.oneof(...union.map((one: Schema) => soundValue(given, resolved(given.document, one), name)));
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if ("const" in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type) => soundValue(given, { ...schema, type }, name)));
  }
  switch (schema.type) {
    case "object":
      return objectOf(given, schema);
    case "array":
      return fc.array(anyValueOf(given, (schema.items ?? {}) as Schema, name), {
        minLength: numberOr(schema.minItems, 0),
        maxLength: Math.min(numberOr(schema.maxItems, 3), given.isSound ? 2 : 3),
      });
    case "integer":
      return numberBetween(given, schema, (min, max) => fc.integer({ min: Math.ceil(min), max: Math.floor(max) }));
    case "number":
      return numberBetween(given, schema, (min, max) => fc.double({ min, max, noNaN: true }));
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "string":
      return textOf(given, schema, name);
    default:
      return hostileValue;
  }
}

function objectOf(given: Given, schema: Schema): fc.Arbitrary<unknown> {
  const required: unknown[] = Array.isArray(schema.required) ? schema.required : [];
  const members = Object.entries(Object(schema.properties)).map(([name, one]) => {
    const value = anyValueOf(given, one as Schema, name);
    const isNeeded = required.includes(name);
    // With little else in it a whole is more often as it should be.
    if (given.isSound) return [name, isNeeded ? value : seldom(value)] as const;
    // Left out now and then, even where it is needed.
    return [name, fc.option(value, { nil: undefined, freq: isNeeded ? 60 : 2 })] as const;
  });
  const any = fc.record(Object.fromEntries(members)).map((value) => JSON.parse(JSON.stringify(value)) as object);
  // What fits together is rarely met by chance.
  const together = togetherIn(given, Object.keys(Object(schema.properties)));
  const fitting = together && fc.tuple(any, together).map(([value, fits]) => ({ ...value, ...fits }));
  const whole = fitting ? fc.oneof({ weight: 5, arbitrary: fitting }, { weight: 1, arbitrary: any }) : any;
  const more = fc
    .record({ value: whole, extra: hostileValue })
    .map(({ value, extra }) => ({ ...value, unasked: extra }));
  return given.isSound ? whole : fc.oneof({ weight: SPOILT_OF, arbitrary: whole }, { weight: 1, arbitrary: more });
}

/** Members of an object that mean something only together. */
function togetherIn({ offers, days }: Given, names: string[]): fc.Arbitrary<object> | null {
  if (["date", "spaceId", "slotId"].every((name) => names.includes(name))) return fc.constantFrom(...offers);
  if (!names.includes("startTs") || !names.includes("endTs")) return null;
  return fc.constantFrom(...days).map((day) => ({ startTs: `${day}T09:00:00+05:30`, endTs: `${day}T15:00:00+05:30` }));
}

const seldom = (value: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

type Between = (min: number, max: number) => fc.Arbitrary<number>;

function numberBetween({ isSound }: Given, schema: Schema, between: Between): fc.Arbitrary<number> {
  const min = numberOr(schema.minimum, -1_000_000);
  const max = numberOr(schema.maximum, 1_000_000_000);
  const edges = isSound ? [min, max] : [min, max, min - 1, max + 1];
  return fc.oneof(
    { weight: 4, arbitrary: between(min, Math.min(max, Math.max(min, 100))) },
    { weight: isSound ? 1 : 3, arbitrary: fc.constantFrom(...edges) },
    { weight: 1, arbitrary: between(min, max) },
  );
}

function textOf({ known, days, isSound }: Given, schema: Schema, name: string): fc.Arbitrary<string> {
  switch (schema.format) {
    case "uuid": {
      const [these, any] = [known[name] ?? [], Object.values(known).flat()];
      if (isSound && these.length > 0) return fc.constantFrom(...these);
      return fc.oneof(
        ...(these.length > 0 ? [{ weight: 12, arbitrary: fc.constantFrom(...these) }] : []),
        ...(any.length > 0 ? [{ weight: 2, arbitrary: fc.constantFrom(...any) }] : []),
        { weight: 1, arbitrary: fc.uuid() },
      );
    }
    case "date":
      return fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...days) },
        { weight: 1, arbitrary: fc.constantFrom("1900-01-01", "2199-12-31", "0001-01-01", "9999-12-31", "2028-02-29") },
        {
          weight: 1,
          arbitrary: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2200-01-01") }).map(isoDay),
        },
      );
    case "date-time":
      return fc.oneof(
        {
          weight: 6,
          arbitrary: fc
            .tuple(fc.constantFrom(...days), fc.constantFrom(...HOURS), fc.constantFrom(...OFFSETS))
            .map((parts) => parts.join("")),
        },
        {
          weight: 1,
          arbitrary: fc
            .date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-01-01") })
            .map((one) => one.toISOString()),
        },
        {
          weight: 1,
          arbitrary: fc.constantFrom("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59-23:59"),
        },
      );
    case "email":
      return fc.constantFrom("sunita@example.com", "a+b@c.in", `${"a".repeat(64)}@example.com`);
    default:
      return plainText(schema, name, isSound);
  }
}

const HOURS = ["T09:00:00", "T15:00:00", "T10:30:00.5", "T18:00:00", "T00:00:00", "T23:59:59"];
const OFFSETS = ["+05:30", "Z", "-11:00", "+14:00"];
const isoDay = (date: Date) => date.toISOString().slice(0, 10);

/** Members whose text means something. */
const MEANT: Record<string, string[]> = {
  phone: ["+919812345678", "98123 45678", "9812345679", "09812345670", "9812345671", "+14155552671", "123"],
  startsAt: ["2027-06-01T09:00", "2027-06-02T15:00", "2027-13-01T00:00", "9999-12-31T23:59"],
  endsAt: ["2027-06-01T15:00", "2027-06-02T21:00", "2027-06-01T09:00"],
  startTime: ["09:00", "23:59", "24:00"],
  endTime: ["15:00", "00:00"],
  orderId: ["order_000000000000"],
  paymentId: ["pay_000000000000"],
};

function plainText(schema: Schema, name: string, isSound = false): fc.Arbitrary<string> {
  const min = numberOr(schema.minLength, 0);
  const max = Math.min(numberOr(schema.maxLength, 300), 3_000);
  const edge = fc.constantFrom("a".repeat(min), "अ".repeat(max), "a".repeat(isSound ? max : max + 1));
  const meant = MEANT[name];
  if (isSound && meant) return fc.constantFrom(...meant);
  return fc.oneof(
    ...(meant ? [{ weight: 12, arbitrary: fc.constantFrom(...meant) }] : []),
    ...(typeof schema.pattern === "string"
      ? [{ weight: 4, arbitrary: fc.stringMatching(new RegExp(schema.pattern)) }]
      : []),
    {
      weight: 4,
      arbitrary: fc.string({ unit: "grapheme", minLength: min, maxLength: Math.max(min, Math.min(max, 40)) }),
    },
    { weight: 1, arbitrary: edge },
  );
}

const numberOr = (value: unknown, otherwise: number) => (typeof value === "number" ? value : otherwise);
