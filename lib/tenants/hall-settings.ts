import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { hallSettings } from "@/db/schema/hall";
import type { PaymentMethod } from "@/db/schema/payments";
import type { DiscountLimits } from "@/lib/core/discount";

/** How a hall that has not changed anything takes money, and what its people may give away: the table's own defaults. */
const UNTOUCHED: { methods: PaymentMethod[]; staffPercent: number; managerPercent: number } = {
  methods: ["cash", "upi", "cheque", "bank"],
  staffPercent: 0,
  managerPercent: 10,
};

/** What the desk goes by: the ways it takes money, and what may be taken off a total without asking the owner. */
export async function loadDeskSettings(
  tx: Tx,
  tenantId: string,
): Promise<{ methods: PaymentMethod[]; limits: DiscountLimits }> {
  const [row = UNTOUCHED] = await tx
    .select({
      methods: hallSettings.methods,
      staffPercent: hallSettings.staffDiscountPercent,
      managerPercent: hallSettings.managerDiscountPercent,
    })
    .from(hallSettings)
    .where(eq(hallSettings.tenantId, tenantId));
  const { methods, ...limits } = row;
  return { methods, limits };
}
