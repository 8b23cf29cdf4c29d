import "server-only";
import type { NextRequest } from "next/server";
import type * as z from "zod";
import type { Locale } from "@/lib/core/locale";
import { AppError } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import { underRequest } from "@/lib/request-context";
import { problemResponse } from "./problem";
import { problemsOf } from "./problems-of";
import { readJson } from "./read-json";
import { isSameOrigin } from "./same-origin";
import { heardOf, type Place, placeOfRequest, type Visit, withActor } from "./visit";

export type RouteHandler<P> = (request: NextRequest, context: { params: Promise<P> }) => Promise<Response>;
type Run<P, Asker> = (asker: Asker, request: NextRequest, params: P) => Promise<Response>;

/**
 * A route that anyone may call and that never asks who: tenant and language from the request, failures as problem+json,
 * the request id echoed. Cheap enough for what is read most.
 */
export function publicRoute<P = Record<string, never>>(run: Run<P, Place>): RouteHandler<P> {
  return async (request, context) => {
    let heard = heardOf(request);
    return underRequest(heard.requestId, async () => {
      try {
        const place = await placeOfRequest(request);
        heard = place;
        const response = await run(place, request, await context.params);
        response.headers.set("x-request-id", place.requestId);
        return response;
      } catch (error) {
        return problemResponse(error, heard);
      }
    });
  };
}

/**
 * A route that knows who calls; `personCtx(visit)` in it asks for somebody signed in. A write must come from our own
 * pages, since it comes with a cookie.
 */
export function route<P = Record<string, never>>(run: Run<P, Visit>): RouteHandler<P> {
  return publicRoute<P>(async (place, request, params) => {
    const reads = request.method === "GET" || request.method === "HEAD";
    if (!reads && !isSameOrigin(request.headers)) throw new AppError("CROSS_ORIGIN");
    return run(await withActor(place, cookieOf(request)), request, params);
  });
}

/** The body as `schema` has it, not read further than the limit. @throws AppError INVALID_INPUT, with `errors` by path */
export async function readBody<T>(request: NextRequest, schema: z.ZodType<T>, locale: Locale): Promise<T> {
  return parseInput(schema, await readJson(request, locale), locale);
}

/** The query as `schema` has it. @throws AppError INVALID_INPUT, with `errors` by path */
export function readQuery<T>(request: NextRequest, schema: z.ZodType<T>, locale: Locale): Promise<T> {
  return parseInput(schema, Object.fromEntries(request.nextUrl.searchParams), locale);
}

/** @throws AppError INVALID_INPUT, with `errors`: `[{ path, message }]` in the caller's language */
export async function parseInput<T>(schema: z.ZodType<T>, value: unknown, locale: Locale): Promise<T> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) throw new AppError("INVALID_INPUT", { errors: await problemsOf(parsed.error, locale) });
  const paths = unkeptIn(parsed.data);
  if (paths.length === 0) return parsed.data;
  const { api } = await loadMessages(locale);
  throw new AppError("INVALID_INPUT", { errors: paths.map((path) => ({ path, message: api.notText })) });
}

/** Where text is that a database cannot keep: with a zero character, or half of one. */
function unkeptIn(value: unknown, path: string[] = []): string[] {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0") ? [] : [path.join(".")];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => unkeptIn(one, [...path, name]));
}

const cookieOf = (request: NextRequest) => (name: string) => request.cookies.get(name)?.value;
