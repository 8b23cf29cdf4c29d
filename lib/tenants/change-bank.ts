import "server-only";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import type { Ctx } from "./ctx";
import type { ChangeBankInput } from "./input";
import { bankOf, saveSettings } from "./payment-methods";
import type { Mode } from "./take-back";

/** Says where money goes to, and how much the hall's people may take off: an owner alone. @throws AppError CHANGED_MEANWHILE */
export async function changeBank(ctx: Ctx, { seen, ...values }: ChangeBankInput, mode: Mode): Promise<SetupEffects> {
  assertMay(ctx.actor, "bank.write");
  return saveSettings(ctx, mode, { type: "bank.changed", seen, current: bankOf, values });
}
