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
 * Who calls the API: the key in `Authorization: Bearer`, else the browser's session, whose writes must come from our own
 * pages. Null where neither stands for anyone; whoever sends a key is asked for nothing else. @throws AppError CROSS_ORIGIN
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
  if (!actor) return null;
  const reads = request.method === "GET" || request.method === "HEAD";
  if (!reads && !isSameOrigin(request.headers)) throw new AppError("CROSS_ORIGIN");
  return { actor, person };
}
