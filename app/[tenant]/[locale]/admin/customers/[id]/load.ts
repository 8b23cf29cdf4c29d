import { notFound, redirect } from "next/navigation";
import { loadCustomer } from "@/lib/bookings/load-customer";
import { isAppError } from "@/lib/errors";
import { localePath } from "@/lib/i18n/paths";
import type { AdminCtx } from "@/lib/web/load-admin";

/** The customer of a page; a merged duplicate's old address leads to the one that has its bookings. */
export async function loadCustomerPage(ctx: AdminCtx, id: string) {
  const found = await loadCustomer(ctx, id).catch((error: unknown) => {
    if (isAppError(error, "NOT_FOUND")) return error;
    throw error;
  });
  if (!isAppError(found)) return found;
  const now = found.details?.mergedInto;
  return typeof now === "string" ? redirect(localePath(ctx.locale, `/admin/customers/${now}`)) : notFound();
}
