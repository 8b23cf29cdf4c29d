import "server-only";
import * as z from "zod";
import { env, IncompleteEnv } from "@/lib/env";
import { isAppError } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";

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
  if (isAppError(error, "BUSY")) return `${databaseName()} does not answer, or is busy.`;
  return error instanceof Error ? error.message : String(error);
}

/** Which database a command works on, as whoever typed it may see it. */
export function databaseName(): string {
  const { host, pathname } = new URL(env().DATABASE_URL);
  return `the database ${pathname.slice(1)} at ${host}`;
}
