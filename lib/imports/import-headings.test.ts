import { expect, test } from "vitest";
import { IMPORT_FIELDS } from "@/lib/core/import-field-names";
import { fieldOfHeading } from "@/lib/core/import-fields";
import { sampleLines } from "@/lib/core/import-sample";
import { readImportDate } from "@/lib/core/read-import-date";
import en from "@/lib/i18n/messages/en.json";
import hi from "@/lib/i18n/messages/hi.json";
import mr from "@/lib/i18n/messages/mr.json";

test("the sample's own headings are known in each language, and its lines have a cell for each", () => {
  for (const { admin } of [en, hi, mr]) {
    expect(IMPORT_FIELDS.map((field) => fieldOfHeading(admin.imports.fields[field]))).toEqual([...IMPORT_FIELDS]);
  }
  const [first] = sampleLines({ spaces: [], slots: [] }, "mr", "2026-11-22");
  expect(first).toHaveLength(IMPORT_FIELDS.length);
  expect(readImportDate(first?.[0] ?? "", "dmy")).toBe("2027-12-27");
});
