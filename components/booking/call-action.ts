import type { ErrorCode } from "@/lib/errors";

/** How a write ended, for a person: done, refused with a sentence, or never answered. */
export type Outcome<T> =
  | { kind: "done"; data: T }
  | { kind: "refused"; code: ErrorCode; message: string; details: Record<string, unknown> }
  | { kind: "offline" };

type ActionResult<T> = {
  data?: T | undefined;
  serverError?: { code: ErrorCode; message: string; details?: Record<string, unknown> } | undefined;
  validationErrors?: unknown;
};

/** Calls a server action. No answer is an outcome too: the same call may be made again. */
export async function callAction<T>(call: () => Promise<ActionResult<T> | undefined>): Promise<Outcome<T>> {
  try {
    const result = await call();
    if (result?.data !== undefined) return { kind: "done", data: result.data };
    if (result?.serverError) {
      const { code, message, details = {} } = result.serverError;
      return { kind: "refused", code, message, details };
    }
    if (result?.validationErrors) return { kind: "refused", code: "INVALID_INPUT", message: "", details: {} };
    return { kind: "offline" };
  } catch {
    return { kind: "offline" };
  }
}
