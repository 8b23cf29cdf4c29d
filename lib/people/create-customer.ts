import "server-only";
import { assertMay, mayDo } from "@/lib/core/permissions";
import { parsePhone } from "@/lib/core/phone";
import type { Ctx } from "@/lib/tenants/ctx";
import { type Once, once } from "@/lib/tenants/idempotency";
import { ensureCustomer } from "./ensure-customer";
import type { CreateCustomerInput } from "./input";
import { findUserInTx } from "./load-user";
import type { MadeUser } from "./types";

/**
 * The person of a phone, made where nobody has it yet; what is known of them stays. Who may not read customers gets back
 * what they sent, and no more: otherwise each phone would tell whose it is. Once for a key.
 * @throws AppError PHONE_INVALID
 */
export function createCustomer(
  ctx: Ctx,
  { idempotencyKey, ...input }: CreateCustomerInput & { idempotencyKey?: string | undefined },
): Promise<Once<MadeUser>> {
  assertMay(ctx.actor, "customer.write");
  return once(ctx, { route: "customer.create", key: idempotencyKey, input }, async (tx) => {
    const id = await ensureCustomer(tx, ctx, input, input.locale ?? ctx.tenant.locale);
    return mayDo(ctx.actor, "customer.read") ? findUserInTx(tx, ctx.tenant.id, id) : asSent(id, input);
  });
}

const asSent = (id: string, { phone, name, email, locale }: CreateCustomerInput): MadeUser => ({
  ...{ id, name, phone: parsePhone(phone) ?? phone },
  ...(email === undefined ? {} : { email }),
  ...(locale === undefined ? {} : { locale }),
});
