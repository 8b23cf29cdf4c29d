import "server-only";
import type { Locale } from "@/lib/core/locale";
import { AppError, isAppError } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import { fill } from "@/lib/i18n/plain-text";
import { readRaw } from "./read-raw";

const LIMIT_KB = 64;

/** A body's JSON, not read further than the limit. @throws AppError INVALID_INPUT, which says what the body is instead */
export async function readJson(request: Request, locale: Locale): Promise<unknown> {
  const words = (await loadMessages(locale)).api.body;
  const refusal = (message: string) => new AppError("INVALID_INPUT", { errors: [{ path: "", message }] });
  const text = await readRaw(request, LIMIT_KB * 1024).catch((error) => {
    throw isAppError(error, "INVALID_INPUT") ? refusal(fill(words.tooLarge, { limit: String(LIMIT_KB) })) : error;
  });
  if (text.trim() === "") throw refusal(words.missing);
  try {
    return JSON.parse(text);
  } catch {
    const type = otherTypeOf(request.headers);
    throw refusal(type ? fill(words.otherType, { type }) : words.notJson);
  }
}

/** What a body says that it is, where that is a media type and not JSON. */
function otherTypeOf(headers: Headers): string | undefined {
  const type = /^[\w.+-]{1,60}\/[\w.+-]{1,60}/.exec(headers.get("content-type") ?? "")?.[0];
  return type && !/[/+]json$/i.test(type) ? type : undefined;
}
