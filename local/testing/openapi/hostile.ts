import * as fc from "fast-check";

/** What nobody sends by accident. */
export const HOSTILE_TEXTS = [
  "",
  " ",
  "\0",
  "a\0b",
  "\u202eright to left",
  "' or '1'='1",
  "'; drop table bookings; --",
  "%' escape '%",
  "%_\\",
  "$1 $2 \\x00",
  "{{7*7}} #{7*7}",
  "<script>alert(1)</script>",
  "../../../../etc/passwd",
  "..%2f..%2f",
  "__proto__",
  "constructor",
  "toString",
  "\ud800",
  "\udfff\ud800",
  "👨‍👩‍👧‍👦 लग्न 💒",
  "\ufeff",
  "\u0000\u0001\u001f\u007f\u0080",
  "NaN",
  "Infinity",
  "-0",
  "1e400",
  "null",
  "undefined",
  "true",
  "[object Object]",
  "٣",
  "2027-02-30",
  "0000-01-01",
  "9999-12-31",
  "-271821-04-20",
  "+275760-09-13T00:00:00.000Z",
  "2027-02-29T25:61:61Z",
  "2027-01-01T00:00:00+99:99",
  "0001-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999999999Z",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "01900000-0000-7000-8000-00000000000g",
  "٠".repeat(40),
  "a".repeat(300),
  "अ".repeat(5_000),
  "\n".repeat(2_000),
  "(".repeat(1_000),
];

export const HOSTILE_NUMBERS = [
  ...[0, -0, -1, 1, 0.1, 1.5, 1e-7, 2 ** 31, -(2 ** 31), 2 ** 31 - 1, 2 ** 32, 2 ** 53, -(2 ** 53)],
  ...[Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, Number.MAX_VALUE, Number.MIN_VALUE, 1e21, 1e100],
];

const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
);
const number: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(...HOSTILE_NUMBERS),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** A JSON value that no schema asked for. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 4, arbitrary: number },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}) },
  { weight: 1, arbitrary: fc.array(text, { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.dictionary(text, number, { maxKeys: 4 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

export const hostileText = text;

const repeated = (text: string, times: number) => text.repeat(times);

/** What is no JSON, or JSON as no client writes it. */
export const hostileBody: fc.Arbitrary<Buffer> = fc.oneof(
  fc.constantFrom(
    ...["", " ", "{", "[]", "null", "0", '""', "{}", '{"a":}', "NaN", "{'a':1}", '{"a":1}{"b":2}', "\ufeff{}"].map(
      (one) => Buffer.from(one),
    ),
    ...['{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"x":1}}}', '{"a":1,"a":2}', '"\\ud800"'].map(
      (one) => Buffer.from(one),
    ),
    Buffer.from(`${repeated("[", 20_000)}${repeated("]", 20_000)}`),
    Buffer.from(`${repeated('{"a":', 9_000)}1${repeated("}", 9_000)}`),
    Buffer.from(`{"x":"${repeated("x", 70_000)}"}`),
    Buffer.from(`{"x":"${repeated("x", 1_500_000)}"}`),
    Buffer.from(`{"guestCount":1${repeated("0", 400)}}`),
    Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
    Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0]),
  ),
  fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
);
