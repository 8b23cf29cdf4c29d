import { MOST_FUNCTIONS } from "@/lib/core/event-names";
import { isLocalDate, type LocalDate } from "@/lib/core/local-date";

/** One function of a wedding as the address carries it: a session of the hall, or times of one's own. */
export type FunctionChoice =
  | { kind: "slot"; date: LocalDate; spaceId: string; slotId: string }
  | { kind: "custom"; spaceId: string; start: string; end: string };

const ID = /^[0-9a-zA-Z-]{1,40}$/;
const TIME = /^T([01]\d|2[0-3]):[0-5]\d$/;
const isDateTime = (text: string) => isLocalDate(text.slice(0, 10)) && TIME.test(text.slice(10));

/**
 * Reads repeated `f` parameters, `date~spaceId~slotId` or `~spaceId~2027-02-07T10:00~2027-02-07T14:00` (local to the
 * venue). What is not understood is left out; whether it is on offer is for the booking's verbs to say.
 */
export function parseFunctions(values: string | string[] | undefined): FunctionChoice[] {
  const list = values === undefined ? [] : Array.isArray(values) ? values : [values];
  return list
    .slice(0, MOST_FUNCTIONS)
    .map(parseOne)
    .filter((choice) => choice !== null);
}

/** One `f` value for each choice. */
export function formatFunctions(choices: readonly FunctionChoice[]): string[] {
  return choices.map((choice) =>
    choice.kind === "slot"
      ? `${choice.date}~${choice.spaceId}~${choice.slotId}`
      : `~${choice.spaceId}~${choice.start}~${choice.end}`,
  );
}

function parseOne(value: string): FunctionChoice | null {
  const [date = "", spaceId = "", third = "", fourth = "", ...rest] = value.split("~");
  if (!ID.test(spaceId) || rest.length > 0) return null;
  if (date === "") {
    return isDateTime(third) && isDateTime(fourth) ? { kind: "custom", spaceId, start: third, end: fourth } : null;
  }
  const isSlot = isLocalDate(date) && ID.test(third) && fourth === "";
  return isSlot ? { kind: "slot", date, spaceId, slotId: third } : null;
}
