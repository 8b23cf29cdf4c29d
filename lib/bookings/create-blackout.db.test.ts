import { expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { makeManager } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { lockVenue } from "@/lib/venues/lock-venue";
import { createBlackout } from "./create-blackout";

test("another hall's venue does not exist, and is neither locked nor waited for", async () => {
  const [{ tenant }, theirs] = [await makeHall(), await makeHall()];
  const manager = await makeManager(tenant);
  const day = addDays(todayIn(new Date(), "Asia/Kolkata"), 30);
  const days = { from: day, to: day, startTime: null, endTime: null };
  const wish = { venueId: theirs.venue.id, spaceId: null, reason: "Painting", ...days };
  await inTenant(theirs.tenant.id, async (tx) => {
    await lockVenue(tx, theirs.venue.id);
    await expect(createBlackout(manager, wish, ({ id }) => id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
