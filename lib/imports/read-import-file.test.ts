import { expect, test } from "vitest";
import { makeXlsx, makeZip } from "@/db/testing/make-xlsx";
import { isAppError } from "@/lib/errors";
import { readImportFile } from "./read-import-file";

/** Why a file is refused. */
function whyNot(bytes: Buffer): unknown {
  try {
    readImportFile(bytes);
    return "read";
  } catch (error) {
    return isAppError(error, "INVALID_INPUT") ? error.details?.file : error;
  }
}

const sheet = (xml: string) =>
  makeZip({
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${xml}</sheetData></worksheet>`,
  });

test("a workbook is read as its cells show it: days as days, amounts as numbers, empty lines at their places", () => {
  const lines = [["Date", "Name", "Paid"], [], [{ serial: 46432 }, "पाटील & Co <1>", 125000], ["", "Kale", 9876543210]];
  expect(readImportFile(makeXlsx(lines))).toEqual([
    ["Date", "Name", "Paid"],
    [],
    ["2027-02-14", "पाटील & Co <1>", "125000"],
    ["", "Kale", "9876543210"],
  ]);
});

test("other programs' workbooks: inline and rich texts, prefixes, results of formulas", () => {
  expect(
    readImportFile(
      sheet(
        '<x:row><x:c t="inlineStr"><x:is><x:r><x:t>Pa</x:t></x:r><x:r><x:t>til</x:t></x:r></x:is></x:c><x:c t="str"><x:f>A1</x:f><x:v>a&#x20;b</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#REF!</x:v></x:c></x:row>',
      ),
    ),
  ).toEqual([["Patil", "a b", "TRUE"]]);
});

test("a file too large, too long or of another kind is refused, and says so", () => {
  expect(whyNot(Buffer.alloc(3 * 1024 * 1024, "a"))).toBe("tooLarge");
  expect(whyNot(Buffer.from("\n\n"))).toBe("empty");
  expect(whyNot(Buffer.from("%PDF-1.7\0\0"))).toBe("kind");
  expect(whyNot(makeZip({ "word/document.xml": "<a/>" }))).toBe("kind");
  expect(whyNot(Buffer.from("PK\x03\x04 and no more"))).toBe("unreadable");
  expect(whyNot(makeXlsx([["a"]]).subarray(0, 900))).toBe("unreadable");
  expect(whyNot(Buffer.from("a\n".repeat(5001)))).toBe("tooManyRows");
  expect(whyNot(sheet('<row r="5001"><c><v>1</v></c></row>'))).toBe("tooManyRows");
  expect(whyNot(sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toBe("tooManyColumns");
  expect(whyNot(Buffer.from(`a,${"b".repeat(2001)}`))).toBe("tooLong");
});

test("a bomb is not unpacked: a small file that would fill the memory is refused in no time", () => {
  const bomb = sheet(`<row>${" ".repeat(40 * 1024 * 1024)}</row>`);
  expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
  const before = performance.now();
  expect(whyNot(bomb)).toBe("tooLarge");
  expect(performance.now() - before).toBeLessThan(2000);
});

test("a sheet made to take long is read in one pass", () => {
  const before = performance.now();
  expect(whyNot(sheet(`<row><c><v>${"<c ".repeat(1_000_000)}`))).toBe("empty");
  expect(whyNot(sheet("<c>".repeat(1_000_000)))).toBe("empty");
  expect(performance.now() - before).toBeLessThan(4000);
});
