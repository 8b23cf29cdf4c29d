import "server-only";
import { inTenant, type TenantId, type Tx } from "@/db/client";

/** How a verb of the set-up is called: to see what it would do, or to do it. */
export type Mode = { preview: boolean };

class TakenBack<T> extends Error {
  constructor(readonly result: T) {
    super("taken back");
  }
}

/**
 * A tenant's transaction that a preview takes back after all of it was done: what is shown before saving can then never
 * differ from what saving does.
 */
export async function takeBackAfter<T>(
  tenantId: TenantId,
  { preview }: Mode,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  let taken: TakenBack<T> | undefined;
  try {
    return await inTenant(tenantId, async (tx) => {
      const result = await work(tx);
      if (!preview) return result;
      taken = new TakenBack(result);
      throw taken;
    });
  } catch (error) {
    if (taken && error === taken) return taken.result;
    throw error;
  }
}
