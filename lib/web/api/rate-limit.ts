import "server-only";
import type { Actor } from "@/lib/core/actor";
import { env } from "@/lib/env";
import { type Counted, countCallOf } from "@/lib/tenants/rate-limiter";
import { clientIp } from "../client-ip";
import type { Place } from "../visit";

/** Counts a call against its key, or else against the address that it came from. */
export function countCall({ tenant }: Pick<Place, "tenant">, actor: Actor | null, headers: Headers): Promise<Counted> {
  if (actor?.kind === "apiKey") return countCallOf(`${tenant.id}:key:${actor.keyId}`);
  return countCallOf(`ip:${clientIp(headers, env().TRUSTED_PROXIES)}`);
}
