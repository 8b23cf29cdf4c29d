import "server-only";
import { DrizzleQueryError } from "drizzle-orm/errors";
import * as z from "zod";
import { env, IncompleteEnv } from "@/lib/env";
import { isAppError } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import { log } from "@/lib/log";
import { closePool } from "./client";
import { pgCode } from "./pg-error";
import { isAway } from "./refusal";

/** Carries a command out. Where it fails it says why, once and in sentences, and ends with 1. */
export async function asCommand(
  run: () => Promise<void>,
  say: (error: unknown) => string | Promise<string> = sentencesOf,
): Promise<void> {
  log.level = "silent";
  try {
    await run();
  } catch (error) {
    console.error(await say(error));
    process.exitCode = 1;
  } finally {
    await closePool();
  }
}

/** What a command at the prompt says where it fails, a line for each thing to mend; `named` writes what a thing is called. */
export async function sentencesOf(error: unknown, named = (path: string) => path): Promise<string> {
  if (error instanceof z.ZodError) {
    const { fieldErrors } = await loadMessages("en");
    const words: Record<string, string> = fieldErrors;
    return error.issues
      .map(({ path, message }) => [...(path.length > 0 ? [named(path.join("."))] : []), words[message] ?? message])
      .map((line) => line.join(": "))
      .join("\n");
  }
  if (error instanceof IncompleteEnv) {
    const [first, ...more] = error.names;
    return [
      `Missing or wrong: ${more.length > 0 ? `${first} and ${more.length} more` : first}.`,
      "Give it in the environment, .env.local or .env, or start the local services (npm run dev;",
      "LOCAL_DIR=… before the command means another set of them).",
    ].join(" ");
  }
  if (isOfDatabase(error)) return `${databaseName()} ${complaintOf(error)}`;
  // A mistake of ours is looked for by where it was made.
  const isMistake = error instanceof TypeError && !("code" in error);
  return error instanceof Error ? (isMistake && error.stack) || error.message : String(error);
}

/** Whether it is the database that a command failed at, and not what it was asked. */
export const isOfDatabase = (error: unknown): boolean =>
  isAppError(error, "BUSY") || isAway(error) || pgCode(error)?.length === SQLSTATE_LENGTH;

const SQLSTATE_LENGTH = 5;

function complaintOf(error: unknown): string {
  if (isAppError(error, "BUSY") || isAway(error)) return "does not answer, or is busy.";
  if (pgCode(error) === "42P01") return "has not got the tables of this version: npm run db:migrate makes them.";
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  const refused = `refuses: ${cause instanceof Error ? cause.message : String(cause)}`;
  // What was asked, without what it was asked with: that may be somebody's name or phone.
  const statement = error instanceof DrizzleQueryError ? error.query.trim() : "";
  return [refused, ...(statement ? [statement] : [])].join("\n");
}

/** Which database a command works on, as whoever typed it may see it. */
export function databaseName(): string {
  const { host, pathname } = new URL(env().DATABASE_URL);
  return `the database ${pathname.slice(1)} at ${host}`;
}
