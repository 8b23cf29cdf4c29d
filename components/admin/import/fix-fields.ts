import type { ImportField } from "@/lib/core/import-field-names";
import type { ImportProblem, ImportProblemCode } from "@/lib/core/read-import-row";

const PLACE: ImportField[] = ["date", "space", "session"];

/** Which cells to type over so that nothing stands against a line. */
const FIELDS_OF: Record<ImportProblemCode, ImportField[]> = {
  ...{ dateMissing: ["date"], dateUnclear: ["date"], dateFar: ["date"] },
  ...{ spaceMissing: ["space"], spaceUnknown: ["space"] },
  ...{ sessionMissing: ["session"], sessionUnknown: ["session"], sessionNotOffered: PLACE },
  ...{ nameMissing: ["name"], phoneMissing: ["phone"], phoneUnclear: ["phone"], guestsUnclear: ["guests"] },
  ...{ totalUnclear: ["total"], paidUnclear: ["paid"], paidOnUnclear: ["paidOn"], paidAboveTotal: ["total", "paid"] },
  priceMissing: ["space", "session", "total"],
  ...{ taken: PLACE, closed: PLACE, sameAsRow: PLACE },
  failed: ["date", "space", "session", "name", "phone", "total", "paid"],
  ...{ changedSince: [], paidSince: [] },
};

export function fieldsToFix(problems: readonly ImportProblem[]): ImportField[] {
  return [...new Set(problems.flatMap(({ code }) => FIELDS_OF[code]))];
}
