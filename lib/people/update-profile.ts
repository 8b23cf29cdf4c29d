import "server-only";
import { and, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { users } from "@/db/schema/people";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import type { UpdateProfileInput } from "./input";

/** Writes a person's own name and e-mail address. @throws AppError UNAUTHENTICATED for anyone who is no person */
export async function updateProfile(ctx: Ctx, input: UpdateProfileInput): Promise<void> {
  const { actor, tenant } = ctx;
  if (actor.kind !== "customer" && actor.kind !== "staff") throw new AppError("UNAUTHENTICATED");
  await inTenant(tenant.id, (tx) =>
    tx
      .update(users)
      .set({ name: input.name, email: input.email })
      .where(and(eq(users.tenantId, tenant.id), eq(users.id, actor.userId))),
  );
}
