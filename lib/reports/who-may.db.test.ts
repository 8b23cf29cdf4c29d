import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { BOOKING_ROWS } from "@/db/testing/who-may/bookings";
import { MONEY_ROWS } from "@/db/testing/who-may/money";
import { OFFICE_ROWS } from "@/db/testing/who-may/office";
import type { Row, Who } from "@/db/testing/who-may/row";
import { rowsOf, scene } from "@/db/testing/who-may/scene";
import { SET_UP_ROWS } from "@/db/testing/who-may/set-up";
import { mayDo } from "@/lib/core/permissions";
import { isAppError } from "@/lib/errors";

/** Every verb × role × hall, by direct calls: who may not is told so or finds nothing, and nothing has changed. */
const TABLE: Row[] = [...BOOKING_ROWS, ...MONEY_ROWS, ...OFFICE_ROWS, ...SET_UP_ROWS];

/** FORBIDDEN and NOT_FOUND by name; all else, rules of the house included, is what only those hear who may. */
async function outcome(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
    return "may";
  } catch (error) {
    if (!isAppError(error)) throw error;
    return error.code === "FORBIDDEN" || error.code === "NOT_FOUND" ? error.code : "may";
  }
}

const isElsewhere = (who: string) => who.includes("another hall");

test.each(TABLE)("$name ($permission)", async ({ permission, may, call, reach, needs = [] }) => {
  const { actors, target } = await scene(needs);
  const before = await rowsOf(actors.own);
  for (const [who, ctx] of Object.entries(actors)) {
    if (may.some((one) => one === who)) continue;
    let told: unknown;
    const answer = await outcome(async () => {
      told = await call(ctx, target);
    });
    // What another hall's people may ask for is their own hall's.
    expect([who, JSON.stringify(told) ?? ""]).toEqual([who, expect.not.stringContaining(target.bookingId)]);
    const isAllowed = mayDo(ctx.actor, permission);
    if (!isAllowed) expect([who, answer]).toEqual([who, "FORBIDDEN"]);
    else if (reach === "thing" || !isElsewhere(who)) {
      expect([who, answer]).toEqual([who, expect.stringMatching(/^(FORBIDDEN|NOT_FOUND)$/)]);
    }
  }
  expect(await rowsOf(actors.own)).toEqual(before);

  // The first may; for the others it may be done already.
  for (const [n, who] of may.entries()) {
    expect([who, mayDo(actors[who].actor, permission)]).toEqual([who, true]);
    const answer = await outcome(() => call(actors[who], target));
    expect([who, answer]).toEqual([who, n === 0 ? "may" : expect.stringMatching(/^(may|NOT_FOUND)$/)]);
  }
});

const LIB = fileURLToPath(new URL("..", import.meta.url));
const NOUNS = [
  "tenants",
  "people",
  "venues",
  "availability",
  "ledger",
  "bookings",
  "payments",
  "imports",
  "messages",
  "reports",
];
const inTable = new Set(TABLE.map(({ name }) => name));

/** Asked of nobody's permission: logging in and out, and one's own name. */
const OF_ONESELF = ["requestCode", "resendCode", "updateProfile", "endSession", "endOwnSessions"];
const textOf = (noun: string, file: string) => readFileSync(`${LIB}/${noun}/${file}`, "utf8");

test("every verb that an action calls stands in the table", () => {
  const called = NOUNS.flatMap((noun) => {
    if (!readdirSync(`${LIB}/${noun}`).includes("actions.ts")) return [];
    const text = textOf(noun, "actions.ts");
    const imports = [...text.matchAll(/import \{([^}]*)\} from "\.\/(?!input")[\w-]+"/g)];
    return imports.flatMap(([, names = ""]) => names.split(",").map((name) => name.trim())).filter(Boolean);
  });
  expect(called.length).toBeGreaterThan(50);
  expect(called.filter((name) => !inTable.has(name) && !OF_ONESELF.includes(name))).toEqual([]);
});

test("every file that asks for a permission has a verb in the table", () => {
  const asking = NOUNS.flatMap((noun) =>
    readdirSync(`${LIB}/${noun}`)
      .filter((file) => file.endsWith(".ts") && !file.includes(".test."))
      .filter((file) => /\bassertMay\(/.test(textOf(noun, file)))
      .map((file) => ({ path: `${noun}/${file}`, text: textOf(noun, file) })),
  );
  const missing = asking.filter(({ text }) => {
    const names = [...text.matchAll(/export (?:async )?function (\w+)/g)].map(([, name]) => name ?? "");
    return !names.some((name) => inTable.has(name));
  });
  expect(asking.length).toBeGreaterThan(60);
  expect(missing.map(({ path }) => path)).toEqual([]);
});

test("nobody but the hall's own people and whoever it belongs to ever stands in the table", () => {
  const everybody = new Set<Who>(TABLE.flatMap(({ may }) => may));
  expect([...everybody].filter(isElsewhere)).toEqual([]);
  expect(everybody.has("key without scope")).toBe(false);
});
