import "server-only";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { findVenueById } from "@/lib/venues/queries";
import type { Venue } from "@/lib/venues/types";

/** @throws AppError NOT_FOUND, also for another tenant's */
export async function requireVenue({ tenant }: Pick<Ctx, "tenant">, id: string): Promise<Venue> {
  const venue = await findVenueById(tenant, id);
  if (!venue) throw new AppError("NOT_FOUND", { what: "venue" });
  return venue;
}
