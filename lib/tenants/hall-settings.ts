import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type BankDetails, hallSettings } from "@/db/schema/hall";
import type { DiscountLimits } from "@/lib/core/discount";
import { HAND_METHODS, type HandMethod } from "@/lib/core/payment-method";

export type HallSettings = {
  methods: HandMethod[];
  upiVpa: string | null;
  bank: BankDetails | null;
  staffDiscountPercent: number;
  managerDiscountPercent: number;
};

/** How a hall that has not changed anything takes money, and what its people may give away: the table's own defaults. */
const UNTOUCHED: HallSettings = {
  ...{ methods: [...HAND_METHODS], upiVpa: null, bank: null, staffDiscountPercent: 0, managerDiscountPercent: 10 },
};

/** A hall that has changed nothing has no row. */
export async function loadHallSettings(tx: Tx, tenantId: string): Promise<HallSettings> {
  const [row = UNTOUCHED] = await tx
    .select({
      methods: hallSettings.methods,
      upiVpa: hallSettings.upiVpa,
      bank: hallSettings.bank,
      staffDiscountPercent: hallSettings.staffDiscountPercent,
      managerDiscountPercent: hallSettings.managerDiscountPercent,
    })
    .from(hallSettings)
    .where(eq(hallSettings.tenantId, tenantId));
  return row;
}

/** What the desk goes by: the ways it takes money, and what may be taken off a total without asking the owner. */
export async function loadDeskSettings(
  tx: Tx,
  tenantId: string,
): Promise<{ methods: HandMethod[]; limits: DiscountLimits }> {
  const { methods, staffDiscountPercent, managerDiscountPercent } = await loadHallSettings(tx, tenantId);
  return { methods, limits: { staffPercent: staffDiscountPercent, managerPercent: managerDiscountPercent } };
}
