import "server-only";
import type { Actor } from "@/lib/core/actor";
import { env } from "@/lib/env";
import { type Counted, countCallOf } from "@/lib/tenants/rate-limiter";
import { clientIp } from "../client-ip";
import type { Place } from "../visit";

/** An open calendar asks every few seconds, and a mobile network may have hundreds of phones behind one address. */
const OWN_PAGES = 20;

/** Counts a call against its key, or else against the address that it came from; what our own pages look at, apart and longer. */
export function countCall(
  { tenant }: Pick<Place, "tenant">,
  { actor, isOwnPage, headers }: { actor: Actor | null; isOwnPage: boolean; headers: Headers },
): Promise<Counted> {
  if (actor?.kind === "apiKey") return countCallOf(`${tenant.id}:key:${actor.keyId}`);
  const address = clientIp(headers, env().TRUSTED_PROXIES);
  return isOwnPage ? countCallOf(`page:${address}`, OWN_PAGES) : countCallOf(`ip:${address}`);
}
