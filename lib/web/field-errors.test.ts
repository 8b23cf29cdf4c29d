import { expect, test } from "vitest";
import * as z from "zod";
import { loadMessages } from "@/lib/i18n/load-messages";
import { requestCodeInput } from "@/lib/people/input";
import { fieldErrorsOf, problemsOf } from "./field-errors";

test("a schema's complaint is said in the person's language", async () => {
  const { fieldErrors: mr } = await loadMessages("mr");
  const { error } = requestCodeInput.safeParse({});
  expect(error && (await problemsOf(error, "mr"))).toEqual([{ path: "phone", message: mr.required }]);
});

test("what zod says by itself becomes one of the general sentences", async () => {
  const { fieldErrors: hi } = await loadMessages("hi");
  const schema = z.object({
    guests: z.number().min(10),
    rooms: z.array(z.object({ name: z.string() })),
    at: z.iso.date(),
  });
  const { error } = schema.safeParse({ guests: 2, rooms: [{}], at: "x" });
  expect(error && (await problemsOf(error, "hi"))).toEqual([
    { path: "guests", message: hi.tooSmall },
    { path: "rooms.0.name", message: hi.required },
    { path: "at", message: hi.invalid },
  ]);
});

test("an action's tree of errors becomes sentences by path", async () => {
  const { fieldErrors: en } = await loadMessages("en");
  const tree = { _errors: ["invalid"], phone: { _errors: ["phone", "Too big: x"] } };
  expect(await fieldErrorsOf(tree, "en")).toEqual({
    formErrors: [en.invalid],
    fieldErrors: { phone: [en.phone, en.tooBig] },
  });
});
