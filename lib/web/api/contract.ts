import type * as z from "zod";
import type { Permission } from "@/lib/core/permissions";
import type { ErrorCode } from "@/lib/errors";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/**
 * Who may call: anyone, and nobody is asked (`public`) or whoever says who they are is known (`anyone`); anybody known
 * (`known`: the verb says the rest); or whoever has one of these permissions, which for a key means that it is among its
 * scopes.
 */
export type Access = "public" | "anyone" | "known" | readonly [Permission, ...Permission[]];

/**
 * One operation of the API: what its handler is held to, and what the published document says of it. Paths begin behind
 * `/api/v1`. `data: null` is an answer without a body (204).
 */
export type Contract = {
  id: string;
  method: Method;
  path: `/${string}`;
  tag: string;
  summary: string;
  description?: string;
  access: Access;
  params?: z.ZodObject;
  query?: z.ZodType;
  body?: z.ZodType;
  /** 200 unless it creates something or answers nothing. */
  status?: 200 | 201 | 204;
  data: z.ZodType | null;
  /** A list with `nextCursor`. */
  isPaged?: true;
  /** Creates something, so it takes an Idempotency-Key. */
  isCreating?: true;
  /** Answers with an ETag, and 304 to whoever sends it back. */
  isConditional?: true;
  /** Asks nobody, counts nothing and refuses nothing: what is wrong stands in its data, under 503. */
  isHealth?: true;
  /** What it refuses on top of what every operation may (see `errorsOf`). */
  errors?: readonly ErrorCode[];
  example?: { body?: unknown; data?: unknown };
};

export const contract = <const C extends Contract>(operation: C): C => operation;

/** Every code that an operation may answer with. */
export function errorsOf({ access, params, query, body, isCreating, isHealth, errors = [] }: Contract): ErrorCode[] {
  if (isHealth) return [];
  const found: ErrorCode[] = ["RATE_LIMITED", "BUSY", "INTERNAL", ...errors];
  if (params || query || body || isCreating) found.push("INVALID_INPUT");
  found.push("NOT_FOUND");
  if (access !== "public") found.push("UNAUTHENTICATED", "CROSS_ORIGIN");
  if (access !== "public" && access !== "anyone") found.push("FORBIDDEN");
  if (isCreating) found.push("IDEMPOTENCY_MISMATCH", "IDEMPOTENCY_IN_FLIGHT");
  return [...new Set(found)];
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : Record<string, never>;
export type ParamsOf<C extends Contract> = Parsed<C["params"]>;
export type QueryOf<C extends Contract> = Parsed<C["query"]>;
export type BodyOf<C extends Contract> = Parsed<C["body"]>;
export type DataOf<C extends Contract> = C["data"] extends z.ZodType ? z.input<C["data"]> : null;
