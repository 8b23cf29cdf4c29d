import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/locale";
import { loadMessages } from "./load-messages";
import { OUTAGE } from "./outage";

test.each(LOCALES)("in %s an outage is told as any other failure is", async (locale) => {
  expect(OUTAGE[locale]).toEqual((await loadMessages(locale)).site.error);
});
