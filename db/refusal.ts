import "server-only";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { currentRequest } from "@/lib/request-context";
import { pgCode } from "./pg-error";

/** Lock not available, statement cancelled: the database is busy, the caller may ask again. */
const TIMED_OUT = new Set(["55P03", "57014"]);
/** A text that no Postgres text may be, by itself or in jsonb: it holds a zero character. */
const NOT_TEXT = new Set(["22021", "22P05"]);
/** It cannot be reached, is starting or ending, or takes nobody else. */
const AWAY = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "EPIPE"],
  ...["CONNECT_TIMEOUT", "CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED"],
  ...["53300", "57P01", "57P02", "57P03"],
]);

/** Whether a failure means that Postgres is not there, and not that it refused something. */
export const isAway = (error: unknown): boolean => AWAY.has(pgCode(error) ?? "");

/** What a caller is told of a failed statement: what he can mend, that he may ask again, or the error as it is. */
export function refusalOf(error: unknown): unknown {
  const code = pgCode(error) ?? "";
  if (NOT_TEXT.has(code)) return new AppError("INVALID_INPUT");
  if (TIMED_OUT.has(code)) return new AppError("BUSY", { retryAfterSeconds: 1 });
  if (!isAway(error)) return error;
  log.error({ ...currentRequest(), err: error }, "Postgres is away");
  return new AppError("BUSY", { retryAfterSeconds: 2 });
}
