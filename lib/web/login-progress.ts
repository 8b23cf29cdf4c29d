import "server-only";
import { findPendingChallenge } from "@/lib/people/queries";
import type { LoginProgress } from "@/lib/people/types";
import { loadCtx } from "./ctx";
import { readBrowserSecret } from "./visitor";

/** Where this browser stands on the way in, so that a refresh never sends anyone back to the start. */
export async function loadLoginProgress(): Promise<LoginProgress> {
  const { tenant, person } = await loadCtx();
  if (person) return { step: person.name ? "done" : "profile" };
  const browser = await readBrowserSecret();
  const pending = browser && (await findPendingChallenge(tenant, browser));
  return pending ? { step: "code", pending } : { step: "phone" };
}
