import "server-only";
import { type ErrorCode, isAppError } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import { type Heard, problemResponse } from "../problem";

/** `isPerson`: somebody's own browser asks, on a page of the hall. */
type Asker = { isPerson: boolean; headers: Headers };

/**
 * A problem, with what whoever asks can do about it: a program has no page to open again, and no phone number to log in with.
 * What was refused by the hall's rules is said to both in the same words: a program shows them to its own users.
 */
export async function refusal(error: unknown, heard: Heard, { isPerson, headers }: Asker): Promise<Response> {
  const code = isAppError(error) ? error.code : "INTERNAL";
  const { keyInvalid, keyMissing, errors } = (await loadMessages(heard.locale)).api;
  if (code !== "UNAUTHENTICATED") {
    const toPrograms: Partial<Record<ErrorCode, string>> = errors;
    return problemResponse(error, heard, isPerson ? undefined : toPrograms[code]);
  }
  const response = await problemResponse(error, heard, headers.has("authorization") ? keyInvalid : keyMissing);
  response.headers.set("www-authenticate", "Bearer");
  return response;
}
