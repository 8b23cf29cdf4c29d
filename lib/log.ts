import "server-only";
import pino, { type LoggerOptions } from "pino";
import { maskPhone } from "@/lib/core/phone";
import { logLevel } from "@/lib/env";
import { currentRequest } from "@/lib/request-context";

const PHONE = /\+\d{10,15}\b/g;

/** Replaces every phone number in a text by its masked form. */
export function withoutPhones(text: string): string {
  return text.replace(PHONE, (phone) => maskPhone(phone));
}

const PLAIN_FIELDS = ["code", "outcome", "constraint_name", "table_name"] as const;

/**
 * An error for the log: name, message, stack, a few plain fields, and its cause. What a query was given is a person's
 * data, so nothing else is taken over: Drizzle puts parameters into its message, Postgres whole rows into its detail.
 */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const message = "query" in error && "params" in error ? `Failed query: ${error.query}` : withoutValue(error);
  const plain = Object.fromEntries(
    PLAIN_FIELDS.flatMap((field) => (field in error ? [[field, Reflect.get(error, field)]] : [])),
  );
  return {
    type: error.name,
    message,
    ...plain,
    stack: error.stack?.replace(error.message, () => message),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Postgres ends its data exceptions (class 22) with the value that it could not read. */
function withoutValue(error: Error): string {
  const isData = "code" in error && String(error.code).startsWith("22");
  return isData ? error.message.replace(/: ".*"$/s, "") : error.message;
}

/** Structured log. Phones are masked wherever they stand; never log a code, a key or a whole request body. */
export const logOptions = {
  level: logLevel,
  base: null,
  // Whatever is logged under a request says which; a line's own `requestId` goes before.
  mixin: () => {
    const request = currentRequest();
    return request ? { requestId: request.requestId } : {};
  },
  serializers: { err: describeError },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: ["*.code", "*.token", "*.secret", "*.authorization", "*.cookie"], remove: true },
  hooks: {
    streamWrite: (line: string) => withoutPhones(line),
  },
} satisfies LoggerOptions;

export const log = pino(logOptions);
