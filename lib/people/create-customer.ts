import "server-only";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import { type Once, once } from "@/lib/tenants/idempotency";
import { ensureCustomer } from "./ensure-customer";
import type { CreateCustomerInput } from "./input";
import { findUserInTx } from "./load-user";
import type { HallUser } from "./types";

/**
 * The person of a phone, made where nobody has it yet; what is known of them stays. Once for a key.
 * @throws AppError PHONE_INVALID
 */
export function createCustomer(
  ctx: Ctx,
  { idempotencyKey, ...input }: CreateCustomerInput & { idempotencyKey?: string | undefined },
): Promise<Once<HallUser>> {
  assertMay(ctx.actor, "customer.write");
  return once(ctx, { route: "customer.create", key: idempotencyKey, input }, async (tx) => {
    const id = await ensureCustomer(tx, ctx, input, input.locale ?? ctx.tenant.locale);
    return findUserInTx(tx, ctx.tenant.id, id);
  });
}
