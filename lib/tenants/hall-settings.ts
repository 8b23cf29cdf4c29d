import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { hallSettings } from "@/db/schema/hall";
import type { DiscountLimits } from "@/lib/core/discount";

/** As a hall stands that has not changed anything; the table's own defaults. */
const UNTOUCHED = { staffDiscountPercent: 0, managerDiscountPercent: 10 };

/** What a hall's people may take off a total without asking the owner. */
export async function loadDiscountLimits(tx: Tx, tenantId: string): Promise<DiscountLimits> {
  const [row = UNTOUCHED] = await tx
    .select({
      staffDiscountPercent: hallSettings.staffDiscountPercent,
      managerDiscountPercent: hallSettings.managerDiscountPercent,
    })
    .from(hallSettings)
    .where(eq(hallSettings.tenantId, tenantId));
  return { staffPercent: row.staffDiscountPercent, managerPercent: row.managerDiscountPercent };
}
