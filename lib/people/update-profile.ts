import "server-only";
import { and, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { users } from "@/db/schema/people";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import type { ChangeProfileInput } from "./input";
import { findUserInTx } from "./load-user";
import type { HallUser } from "./types";

/** Writes a person's own name, e-mail address and language; what is left out stays. @throws AppError UNAUTHENTICATED for anyone who is no person */
export async function updateProfile(
  { actor, tenant }: Ctx,
  { name, email, locale }: ChangeProfileInput,
): Promise<HallUser> {
  if (actor.kind !== "customer" && actor.kind !== "staff") throw new AppError("UNAUTHENTICATED");
  return inTenant(tenant.id, async (tx) => {
    await tx
      .update(users)
      // What is undefined is left as it is.
      .set({ name, email, locale })
      .where(and(eq(users.tenantId, tenant.id), eq(users.id, actor.userId)));
    return findUserInTx(tx, tenant.id, actor.userId);
  });
}
