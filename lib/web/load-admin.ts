import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/core/actor";
import { mayDo, type Permission } from "@/lib/core/permissions";
import { localePath } from "@/lib/i18n/paths";
import { loadCtx } from "./ctx";
import { type PersonCtx, personCtx } from "./visit";

export type AdminCtx = PersonCtx & { actor: Extract<Actor, { kind: "staff" }>; sessionId: string };

/**
 * One of the hall's people, as the database knows them now. Whoever is not signed in logs in and comes back; to everybody
 * else, and to whoever lacks the permission, there is no such page. Every page of the dashboard begins with it.
 */
export const loadAdmin = cache(async (permission: Permission = "admin.enter"): Promise<AdminCtx> => {
  const visit = await loadCtx();
  if (!visit.person || !visit.session) {
    const path = (await headers()).get("x-mandap-path") ?? localePath(visit.locale, "/admin");
    redirect(`${localePath(visit.locale, "/login")}?next=${encodeURIComponent(path)}`);
  }
  const ctx = personCtx(visit);
  if (ctx.actor.kind !== "staff" || !mayDo(ctx.actor, permission)) notFound();
  return { ...ctx, actor: ctx.actor, sessionId: visit.session.sessionId };
});
