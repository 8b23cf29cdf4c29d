import "server-only";
import type { NextRequest } from "next/server";
import type { Actor } from "@/lib/core/actor";
import type { Locale } from "@/lib/core/locale";
import { AppError } from "@/lib/errors";
import { loadActor } from "@/lib/people/queries";
import type { Person, SessionToken } from "@/lib/people/types";
import { noteOfRequest } from "@/lib/request-context";
import type { Ctx } from "@/lib/tenants/ctx";
import { findTenantByHost } from "@/lib/tenants/queries";
import type { Tenant } from "@/lib/tenants/types";
import { sessionCookie } from "./cookies";
import { LOCALE_COOKIE, localeOf } from "./locale";
import { requestIdOf } from "./request-id";
import { readSession } from "./session-token";

/** Where a request landed: known before anyone asks who sent it. */
export type Place = { tenant: Tenant; now: Date; requestId: string; locale: Locale; device: string | undefined };

/** A request and who sent it, as the database knows them now; `actor` is null for a visitor. */
export type Visit = Place & { actor: Actor | null; person: Person | null; session: SessionToken | null };

export type ReadCookie = (name: string) => string | undefined;

/** What an API call says of its language: `?lang`, and what it is where it says nothing. */
type Spoken = { lang?: string | null; fallback?: Locale | undefined };

/** @throws AppError NOT_FOUND where the host is no tenant's */
export async function placeOf(headers: Headers, cookie: ReadCookie, { lang, fallback }: Spoken = {}): Promise<Place> {
  const tenant = await findTenantByHost(headers.get("host") ?? "");
  if (!tenant) throw new AppError("NOT_FOUND");
  noteOfRequest({ tenant: tenant.slug });
  const locale = localeOf({ headers, cookie: cookie(LOCALE_COOKIE), lang }, fallback ?? tenant.locale);
  const device = headers.get("user-agent")?.slice(0, 300);
  return { tenant, now: new Date(), requestId: requestIdOf(headers), locale, device };
}

/**
 * The same for a route. Of the API, whoever sends no session is a program, or a browser that names its language: a program
 * that names none is read by its developers, so it is answered in English, not as the hall speaks. @throws AppError NOT_FOUND
 */
export function placeOfRequest({ headers, cookies, nextUrl }: NextRequest): Promise<Place> {
  const cookie = (name: string) => cookies.get(name)?.value;
  const isOfApi = nextUrl.pathname.startsWith("/api/v1");
  const isProgram = isOfApi && (headers.has("authorization") || cookie(sessionCookie()) === undefined);
  return placeOf(headers, cookie, { lang: nextUrl.searchParams.get("lang"), fallback: isProgram ? "en" : undefined });
}

/** What is known of a call before its hall is: where that cannot be found out, the call is told so in the language it names. */
export function heardOf({ headers, cookies, nextUrl }: NextRequest): Pick<Place, "locale" | "requestId"> {
  const told = { headers, cookie: cookies.get(LOCALE_COOKIE)?.value, lang: nextUrl.searchParams.get("lang") };
  return { locale: localeOf(told, "en"), requestId: requestIdOf(headers) };
}

/** A token of another tenant, or one that no longer stands for anyone, is as good as none. */
export async function withActor(place: Place, cookie: ReadCookie): Promise<Visit> {
  const session = await readSession(cookie(sessionCookie()));
  const found = session && (await loadActor(place.tenant, session));
  if (!found) return { ...place, actor: null, person: null, session: null };
  return { ...place, actor: found.actor, person: found.person, session };
}

export type PersonCtx = Ctx & { locale: Locale; actor: Extract<Actor, { kind: "customer" | "staff" }>; person: Person };

/** A person of either kind: whoever works at a hall may book one too; what they may do is the verb's to say. */
export function personCtx(visit: Visit): PersonCtx {
  const { tenant, actor, person, now, requestId, locale, device } = visit;
  if (!person || !actor || (actor.kind !== "customer" && actor.kind !== "staff")) throw new AppError("UNAUTHENTICATED");
  return { tenant, actor, person, now, requestId, locale, device };
}
