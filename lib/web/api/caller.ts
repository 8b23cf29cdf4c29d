import "server-only";
import type { NextRequest } from "next/server";
import type { Actor } from "@/lib/core/actor";
import { AppError } from "@/lib/errors";
import { loadKeyActor } from "@/lib/people/load-key-actor";
import type { Person } from "@/lib/people/types";
import { noteOfRequest } from "@/lib/request-context";
import { isSameOrigin } from "../same-origin";
import { type Place, withActor } from "../visit";

type Caller = { actor: Actor; person: Person | null };

/**
 * Who calls the API: the key in `Authorization: Bearer`, else the browser's session. Null where neither stands for anyone;
 * whoever sends a key is asked for nothing else.
 */
export async function callerOf(request: NextRequest, place: Place): Promise<Caller | null> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const actor = key ? await loadKeyActor(place.tenant, key) : null;
    if (!actor) return null;
    noteOfRequest({ key: actor.keyId });
    return { actor, person: null };
  }
  const { actor, person } = await withActor(place, (name) => request.cookies.get(name)?.value);
  return actor && { actor, person };
}

/** What a session writes must come from our own pages: asked apart, so that a refusal is counted. @throws AppError CROSS_ORIGIN */
export function assertOwnPage({ method, headers }: Request, caller: Caller | null): void {
  const reads = method === "GET" || method === "HEAD";
  if (caller?.person && !reads && !isSameOrigin(headers)) throw new AppError("CROSS_ORIGIN");
}
