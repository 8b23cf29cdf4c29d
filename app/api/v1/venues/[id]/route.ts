import { AppError } from "@/lib/errors";
import { findVenueById } from "@/lib/venues/queries";
import { only } from "@/lib/web/only";
import { publicRoute } from "@/lib/web/route";

/** One venue with its spaces, sessions and extras. */
export const GET = publicRoute<{ id: string }>(async ({ tenant }, _request, { id }) => {
  const venue = await findVenueById(tenant, id);
  if (!venue) throw new AppError("NOT_FOUND", { what: "venue" });
  return Response.json({ data: venue });
});

export const { POST, PUT, PATCH, DELETE } = only("GET");
