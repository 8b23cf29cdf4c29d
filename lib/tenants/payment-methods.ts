import "server-only";
import { eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { hallSettings } from "@/db/schema/hall";
import { assertMay, mayDo } from "@/lib/core/permissions";
import { NO_EFFECTS, type SetupEffects } from "@/lib/core/setup-effects";
import { assertSeen, fingerprint, whatChanged } from "./changed";
import type { Ctx } from "./ctx";
import { type HallSettings, loadHallSettings } from "./hall-settings";
import { recordChange } from "./record-change";
import { type Mode, takeBackAfter } from "./take-back";
import type { PaymentMethods } from "./types";

export const methodsOf = ({ methods }: HallSettings) => ({ methods });
export const bankOf = ({ methods: _, ...bank }: HallSettings) => bank;

/** How a hall takes money; where it goes is for an owner's eyes. */
export async function loadPaymentMethods(ctx: Ctx): Promise<PaymentMethods> {
  assertMay(ctx.actor, "setup.read");
  return inTenant(ctx.tenant.id, async (tx) => {
    const row = await loadHallSettings(tx, ctx.tenant.id);
    const bank = mayDo(ctx.actor, "bank.read") ? { ...bankOf(row), seen: fingerprint(bankOf(row)) } : null;
    return { methods: row.methods, seen: fingerprint(methodsOf(row)), bank };
  });
}

type Save = {
  type: string;
  seen: string | undefined;
  current: (row: HallSettings) => Record<string, unknown>;
  values: Partial<HallSettings>;
};

/** Writes one half of a hall's settings, with its history. @throws AppError CHANGED_MEANWHILE */
export async function saveSettings(ctx: Ctx, mode: Mode, { type, seen, current, values }: Save): Promise<SetupEffects> {
  const tenantId = ctx.tenant.id;
  return takeBackAfter(tenantId, mode, async (tx) => {
    await tx.insert(hallSettings).values({ tenantId, id: newId() }).onConflictDoNothing();
    const [locked] = await tx.select().from(hallSettings).where(eq(hallSettings.tenantId, tenantId)).for("update");
    if (!locked) throw new Error("a hall's settings were not written");
    const before = current(await loadHallSettings(tx, tenantId));
    assertSeen(seen, before);
    const changed = whatChanged(before, values);
    if (!changed) return { ...NO_EFFECTS, notes: [{ note: "nothing", count: 1 }] };
    await tx
      .update(hallSettings)
      .set({ ...values, updatedAt: ctx.now })
      .where(eq(hallSettings.tenantId, tenantId));
    await recordChange(tx, ctx, { type, subjectId: locked.id, ...masked(changed) });
    return NO_EFFECTS;
  });
}

/** The history is read by more people than the account's number: its last four digits tell one from another. */
function masked(changed: { before: Record<string, unknown>; after: Record<string, unknown> }) {
  const hide = (values: Record<string, unknown>) => {
    const { bank } = values;
    if (typeof bank !== "object" || bank === null || !("account" in bank)) return values;
    return { ...values, bank: { ...bank, account: `••••${String(bank.account).slice(-4)}` } };
  };
  return { before: hide(changed.before), after: hide(changed.after) };
}
