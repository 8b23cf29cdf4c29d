type PgFields = { code?: unknown; constraint_name?: unknown };

/** Drizzle wraps what postgres.js throws: the SQLSTATE is on the error itself or on a cause below it. */
function find(error: unknown, field: keyof PgFields): string | undefined {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; current = current.cause, depth++) {
    const value = (current as PgFields)[field];
    if (typeof value === "string") return value;
  }
  return undefined;
}

/** SQLSTATE (`23P01`, `40P01` …) of a failed statement, undefined for any other error. */
export const pgCode = (error: unknown): string | undefined => find(error, "code");
export const pgConstraint = (error: unknown): string | undefined => find(error, "constraint_name");
