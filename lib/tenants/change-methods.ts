import "server-only";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import type { Ctx } from "./ctx";
import type { ChangeMethodsInput } from "./input";
import { methodsOf, saveSettings } from "./payment-methods";
import type { Mode } from "./take-back";

/** Says which payments the desk takes. @throws AppError CHANGED_MEANWHILE */
export async function changeMethods(
  ctx: Ctx,
  { seen, methods }: ChangeMethodsInput,
  mode: Mode,
): Promise<SetupEffects> {
  assertMay(ctx.actor, "venue.write");
  return saveSettings(ctx, mode, { type: "payment-methods.changed", seen, current: methodsOf, values: { methods } });
}
