import { AppError } from "@/lib/errors";

const KEY = /^[A-Za-z0-9_\-:.]{8,255}$/;

/** The caller's key for "this, once"; null where none was sent. @throws AppError INVALID_INPUT for a malformed one */
export function idempotencyKeyOf(headers: Headers): string | null {
  const key = headers.get("idempotency-key") ?? headers.get("x-idempotency-key");
  if (key === null) return null;
  // The draft standard has the key as a quoted string; most clients send it bare.
  const bare = key.trim().replace(/^"(.*)"$/, "$1");
  if (!KEY.test(bare)) throw new AppError("INVALID_INPUT", { header: "Idempotency-Key" });
  return bare;
}
