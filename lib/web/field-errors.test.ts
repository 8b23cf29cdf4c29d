import { expect, test } from "vitest";
import { loadMessages } from "@/lib/i18n/load-messages";
import { fieldErrorsOf } from "./field-errors";

test("an action's tree of errors becomes sentences by path", async () => {
  const { fieldErrors: en } = await loadMessages("en");
  const tree = { _errors: ["invalid"], phone: { _errors: ["phone", "Too big: x"] } };
  expect(await fieldErrorsOf(tree, "en")).toEqual({
    formErrors: [en.invalid],
    fieldErrors: { phone: [en.phone, en.tooBig] },
  });
});
