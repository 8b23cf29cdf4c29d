import { expect, test } from "vitest";
import { CONTRACTS } from "./all";

const shown = CONTRACTS.filter(({ example }) => example !== undefined);

test.each(shown)("what the document shows of $id is what $id takes and answers", ({ body, data, example }) => {
  if (example?.body !== undefined) expect(body?.safeParse(example.body)).toMatchObject({ success: true });
  if (example?.data !== undefined) expect(data?.safeParse(example.data)).toMatchObject({ success: true });
});
