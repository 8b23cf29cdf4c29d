import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { allocations, blackouts } from "@/db/schema/claims";
import { ZONE } from "@/db/testing/calendar";
import { refusal } from "@/db/testing/refusal";
import { history, PREVIEW, SAVE, setUpScene } from "@/db/testing/set-up";
import { addDays } from "@/lib/core/local-date";
import { startOfDay } from "@/lib/core/period";
import { closeDays } from "./close-days";
import { closeYearly } from "./close-yearly";
import { closeYearlyDays } from "./close-yearly-days";
import { listClosures } from "./closures";
import { endYearly } from "./end-yearly";
import { openDays } from "./open-days";

describe("closed days", () => {
  const closing = (venueId: string, spaceId: string | null, day: string) => ({
    ...{ venueId, spaceId, from: day, to: day, startTime: null, endTime: null, reason: "Repairs" },
  });

  test("close all of a day and open it again", async () => {
    const { ctx, venue, today } = await setUpScene();
    const day = addDays(today, 20);
    const told = await closeDays(ctx, closing(venue.id, null, day), SAVE);
    expect(told.calendar?.closed).toBeGreaterThan(8);
    const rows = () =>
      inTenant(ctx.tenant.id, (tx) => tx.select().from(allocations).where(eq(allocations.tenantId, ctx.tenant.id)));
    expect(await rows()).toHaveLength(3);
    const { once } = await listClosures(ctx, venue.id);
    expect(once).toMatchObject([{ reason: "Repairs", startsAt: startOfDay(day, ZONE) }]);
    expect(once[0]?.partIds).toHaveLength(3);
    await openDays(ctx, { blackoutId: once[0]?.id ?? "" }, SAVE);
    expect(await rows()).toEqual([]);
    expect((await history(ctx)).map(({ type }) => type).toSorted()).toEqual(["days.closed", "days.opened"]);
  });

  test("a booking in the way refuses all of it, with its name; nothing is half closed", async () => {
    const { ctx, venue, today, at } = await setUpScene();
    await at(venue.space.b, 20);
    const refused = await refusal(closeDays(ctx, closing(venue.id, null, addDays(today, 20)), SAVE));
    expect(refused).toMatchObject({
      code: "STILL_BOOKED",
      bookings: [{ eventTitle: "Test" }],
      closures: [],
    });
    expect((await listClosures(ctx, venue.id)).once).toEqual([]);
    await closeDays(ctx, closing(venue.id, venue.space.a, addDays(today, 20)), SAVE);
    const again = await refusal(closeDays(ctx, closing(venue.id, venue.space.a, addDays(today, 20)), PREVIEW));
    expect(again).toMatchObject({ bookings: [], closures: [{ reason: "Repairs" }] });
  });

  test("a yearly one is written out for each year of the horizon, once; a booked year stays open until it is free", async () => {
    const { ctx, venue, today, at } = await setUpScene();
    const day = addDays(today, 30);
    await at(venue.space.a, 30);
    const yearly = { venueId: venue.id, spaceId: venue.space.a, startsOn: day.slice(5), days: 2, reason: "Diwali" };
    const told = await closeYearly(ctx, yearly, SAVE);
    expect(told.notes).toEqual([
      { note: "yearsClosed", count: 1 },
      { note: "yearsLeftOpen", count: 1 },
    ]);
    expect(told.bookings).toHaveLength(1);
    await closeYearlyDays();
    expect((await listClosures(ctx, venue.id)).yearly).toMatchObject([{ reason: "Diwali", years: [{}] }]);

    await inTenant(ctx.tenant.id, (tx) =>
      tx.execute(sql`update bookings set status = 'cancelled' where tenant_id = ${ctx.tenant.id}`),
    );
    await closeYearlyDays();
    await closeYearlyDays();
    const [written] = (await listClosures(ctx, venue.id)).yearly;
    expect(written?.years).toHaveLength(2);
    await endYearly(ctx, { yearlyId: written?.id ?? "" }, SAVE);
    const left = await inTenant(ctx.tenant.id, (tx) =>
      tx.select().from(blackouts).where(eq(blackouts.tenantId, ctx.tenant.id)),
    );
    expect(left).toEqual([]);
    await closeYearlyDays();
    expect((await listClosures(ctx, venue.id)).yearly).toEqual([]);
  });
});
