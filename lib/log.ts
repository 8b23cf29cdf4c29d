import "server-only";
import pino from "pino";
import { maskPhone } from "@/lib/core/phone";
import { logLevel } from "@/lib/env";

const PHONE = /\+\d{10,15}\b/g;

/** Replaces every phone number in a text by its masked form. */
export function withoutPhones(text: string): string {
  return text.replace(PHONE, (phone) => maskPhone(phone));
}

/** Structured log. Phones are masked wherever they stand; never log a code, a key or a whole request body. */
export const log = pino({
  level: logLevel,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: ["*.code", "*.token", "*.secret", "*.authorization", "*.cookie"], remove: true },
  hooks: {
    streamWrite: (line: string) => withoutPhones(line),
  },
});
