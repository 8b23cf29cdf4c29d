import "server-only";
import { parseArgs } from "node:util";
import * as z from "zod";
import { databaseName } from "@/db/command-line";
import { API_SCOPES, scopesOf } from "@/lib/core/permissions";
import { findTenantBySlug } from "@/lib/tenants/queries";
import { createApiKey } from "./create-api-key";
import { createApiKeyInput } from "./input";

const wanted = z
  .strictObject({
    tenant: z.string("is missing"),
    role: z.enum(["owner", "manager", "staff"], "is owner, manager or staff").optional(),
    scopes: z
      .string()
      .transform((text) => text.split(",").map((scope) => scope.trim()))
      .refine((scopes) => scopes.every((one) => API_SCOPES.some((scope) => scope === one)), "has an unknown one")
      .optional(),
    name: z.string().default("Command line"),
    days: z.coerce.number("is a number of days").nullable().default(null),
  })
  .refine(({ role, scopes }) => (role === undefined) !== (scopes === undefined), "give either --role or --scopes");

function read(args: string[]) {
  const option = { type: "string" } as const;
  const options = { tenant: option, role: option, scopes: option, name: option, days: option };
  const { tenant, role, scopes, ...rest } = wanted.parse({ ...parseArgs({ args, options }).values });
  return { slug: tenant, input: createApiKeyInput.parse({ ...rest, scopes: role ? scopesOf(role) : scopes }) };
}

/**
 * The key that a command line asks for, made by the operator: `--tenant parbhani --role owner`, or `--scopes a,b` in place
 * of the role, with `--name` and `--days`. @throws Error where it asks for what cannot be
 */
export async function keyFor(args: string[]): Promise<string> {
  const { slug, input } = read(args);
  const tenant = await findTenantBySlug(slug);
  if (!tenant) throw new Error(`there is no hall "${slug}" in ${databaseName()}`);
  const ctx = { tenant, actor: { kind: "platform" as const }, now: new Date(), requestId: "api-key" };
  return (await createApiKey(ctx, input)).key;
}
