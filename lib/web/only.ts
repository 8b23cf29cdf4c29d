import "server-only";
import { AppError } from "@/lib/errors";
import { publicRoute, type RouteHandler } from "./route";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** The handler of a method that a route does not have, with those that it has. */
export type Refusal = RouteHandler<unknown> & { allowed: readonly Method[] };

/**
 * Handlers for the methods that a route does not have: 405 as problem+json, with `Allow`. Next's own 405 says nothing.
 * Use: `export const { POST, PUT, PATCH, DELETE } = only("GET")`.
 */
export function only(...allowed: Method[]): Record<Method, Refusal> {
  const allow = allowed.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  const handler = publicRoute<unknown>(() => {
    throw new AppError("METHOD_NOT_ALLOWED", { allow });
  });
  const refuse = Object.assign(handler, { allowed });
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
}
