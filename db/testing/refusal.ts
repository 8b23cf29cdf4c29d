import { type ErrorCode, isAppError } from "@/lib/errors";

/** With what a call was refused: the code and its details, side by side. @throws what else went wrong, or that nothing did */
export async function refusal(call: Promise<unknown>): Promise<{ code: ErrorCode; [detail: string]: unknown }> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!isAppError(error)) throw error ?? new Error("it was not refused");
  return { code: error.code, ...error.details };
}
