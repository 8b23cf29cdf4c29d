import "server-only";
import { AppError } from "@/lib/errors";
import { verifyCodeInput } from "@/lib/people/input";
import type { SignedIn } from "@/lib/people/types";
import { verifyCode } from "@/lib/people/verify-code";
import { toPublicError } from "./problem";
import type { Place } from "./visit";
import { loadVisitor, readBrowserSecret } from "./visitor";

/**
 * What next-auth calls to let somebody in.
 * @throws Error whose message is a PublicError as JSON: next-auth hands a message to the browser, and nothing else
 */
export async function signInWithCode(place: Place, credentials: unknown): Promise<SignedIn> {
  try {
    const input = verifyCodeInput.safeParse(credentials);
    if (!input.success) throw new AppError("OTP_WRONG");
    const browser = await readBrowserSecret();
    if (!browser) throw new AppError("OTP_EXPIRED");
    return await verifyCode(await loadVisitor(place, browser), input.data);
  } catch (error) {
    throw new Error(JSON.stringify(await toPublicError(error, place)));
  }
}
