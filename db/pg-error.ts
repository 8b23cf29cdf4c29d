/**
 * SQLSTATE (`23P01`, `40P01` …) of a failed statement, undefined for any other error. Drizzle wraps what postgres.js
 * throws: the code is on the error itself or on a cause below it.
 */
export function pgCode(error: unknown): string | undefined {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; current = current.cause, depth++) {
    if ("code" in current && typeof current.code === "string") return current.code;
  }
  return undefined;
}
