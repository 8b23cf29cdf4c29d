import "server-only";
import { AppError } from "@/lib/errors";
import { publicRoute, type RouteHandler } from "./route";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Handlers for the methods that a route does not have: 405 as problem+json, with `Allow`. Next's own 405 says nothing.
 * Use: `export const { POST, PUT, PATCH, DELETE } = only("GET")`.
 */
export function only(...allowed: Method[]): Record<Method, RouteHandler<unknown>> {
  const allow = allowed.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  const refuse = publicRoute<unknown>(() => {
    throw new AppError("METHOD_NOT_ALLOWED", { allow });
  });
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
}
