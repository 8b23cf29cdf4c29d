import { expect, test } from "vitest";
import * as z from "zod";
import type { Locale } from "@/lib/core/locale";
import { loadMessages } from "@/lib/i18n/load-messages";
import { requestCodeInput } from "@/lib/people/input";
import { problemsOf } from "./problems-of";

async function told(schema: z.ZodType, value: unknown, locale: Locale = "en"): Promise<Record<string, string>> {
  const { error } = schema.safeParse(value, { reportInput: true });
  const problems = error ? await problemsOf(error, locale) : [];
  return Object.fromEntries(problems.map(({ path, message }) => [path, message]));
}

test("a schema's own complaint is said in the caller's language", async () => {
  const { fieldErrors: mr } = await loadMessages("mr");
  expect(await told(requestCodeInput, {}, "mr")).toEqual({ phone: mr.required });
  expect(await told(z.object({ to: z.iso.date("dateOrder") }), { to: "x" }, "mr")).toEqual({ to: mr.dateOrder });
});

test("each kind of mistake has its sentence, and each language its own", async () => {
  const schema = z.strictObject({
    ...{
      guests: z.number().min(10),
      rooms: z.array(z.object({ name: z.string() })),
      many: z.array(z.int()).max(1),
      paise: z.int("required"),
    },
    ...{ day: z.iso.date(), at: z.iso.datetime({ offset: true }), id: z.uuid(), kind: z.enum(["cash", "upi"]) },
    ...{ why: z.string().min(3, "required"), note: z.string().trim().min(1), name: z.string().max(2, "tooLong") },
    ...{ sure: z.boolean(), email: z.email(), list: z.array(z.string()).min(1), odd: z.string().regex(/^a$/) },
  });
  const value = {
    ...{ guests: 2, rooms: [{}], many: [1, 2], paise: 12.5, day: "31.1.2027", at: "2027-01-31", id: "x", kind: "card" },
    ...{ why: "no", note: " ", name: "abc", sure: "true", email: "x", list: [], odd: "b", extra: 1, more: 2 },
  };
  for (const locale of ["en", "hi", "mr"] as const) {
    const { api, fieldErrors: words } = await loadMessages(locale);
    expect(await told(schema, value, locale)).toEqual({
      ...{ guests: api.atLeast.replace("{limit}", "10"), many: api.tooMany.replace("{limit}", "1") },
      ...{ "rooms.0.name": words.required, paise: words.wholeNumber },
      ...{ day: words.date, at: api.instant, id: api.id, kind: api.oneOf.replace("{values}", "cash, upi") },
      ...{ why: api.tooShort.replace("{limit}", "3"), note: words.required, sure: api.expected.boolean },
      ...{ name: api.tooLong.replace("{limit}", "2"), email: words.email, list: api.tooFew.replace("{limit}", "1") },
      ...{ odd: words.invalid, extra: api.unknown, more: api.unknown },
    });
  }
});

test("a number in quotation marks is not called a missing one", async () => {
  const { api, fieldErrors } = await loadMessages("en");
  const schema = z.object({ paise: z.int("required").min(100, "tooSmall") });
  expect(await told(schema, { paise: "300" })).toEqual({ paise: api.expected.number });
  expect(await told(schema, { paise: null })).toEqual({ paise: fieldErrors.required });
  expect(await told(schema, { paise: 99 })).toEqual({ paise: "This is too small: at least 100." });
  expect(await told(z.object({ limit: z.coerce.number() }), { limit: "x" })).toEqual({ limit: fieldErrors.number });
});

test("of a union the branch speaks that was meant, with the whole path", async () => {
  const { api, fieldErrors } = await loadMessages("en");
  const one = z.union([
    z.strictObject({ slot: z.uuid(), date: z.iso.date() }),
    z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }),
  ]);
  const schema = z.union([z.strictObject({ all: one }), z.strictObject({ each: z.array(one), name: z.string() })]);
  const from = "2027-01-31T10:00:00Z";
  expect(await told(schema, { each: [{ from }], name: "x" })).toEqual({ "each.0.to": fieldErrors.required });
  expect(await told(schema, { each: [{ from, to: from, a: 1, b: 2 }], name: "x" })).toEqual({
    "each.0.a": api.unknown,
    "each.0.b": api.unknown,
  });
  expect(await told(schema, { all: { date: "x" } })).toEqual({
    "all.slot": fieldErrors.required,
    "all.date": fieldErrors.date,
  });
  expect(await told(schema, [])).toEqual({ "": api.expected.object });
});

test("of a discriminated union the chosen branch speaks; where none is chosen, what may be", async () => {
  const { fieldErrors } = await loadMessages("en");
  const schema = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("hold") }),
    z.strictObject({ kind: z.literal("option"), until: z.iso.date() }),
  ]);
  expect(await told(schema, { kind: "option" })).toEqual({ until: fieldErrors.required });
  expect(await told(schema, { kind: "x" })).toEqual({ kind: "Give one of these: hold, option." });
});

test("a body of nothing but mistakes is told of fifty", async () => {
  const wrong = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`a${n}`, n]));
  expect(Object.keys(await told(z.strictObject({}), wrong))).toHaveLength(50);
});
