import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { holdBooking } from "@/lib/bookings/hold-booking";
import { csvOf } from "@/lib/core/csv";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { carryOutImport } from "@/lib/imports/carry-out-import";
import { listImportLines } from "@/lib/imports/import-lines";
import { startImport } from "@/lib/imports/run-import";
import { uploadImport } from "@/lib/imports/upload-import";
import type { Ctx } from "@/lib/tenants/ctx";
import { ZONE } from "./calendar";
import { makeFamily, makeManager } from "./make-family";
import { makeHall, type TestTenant, type TestVenue } from "./make-tenant";

export const TODAY = todayIn(new Date(), ZONE);
const HEADINGS = ["Date", "Hall", "Session", "Name", "Phone", "Total", "Advance", "Advance date"];

const written = (days: number) => addDays(TODAY, days).split("-").toReversed().join("/");
/** Spaces of the test venue are A, B, C and WHOLE. */
export const line = (
  days: number,
  space: string,
  name: string,
  more: string[] = ["1,25,000", "50,000", written(-30)],
) => [...[written(days), space, "Morning", name, "9876543210", ...more]];
export const file = (...lines: string[][]) => Buffer.from(csvOf([HEADINGS, ...lines]));

export async function importScene() {
  const { tenant, venue } = await makeHall();
  return { tenant, venue, ctx: await makeManager(tenant) };
}

export async function upload(ctx: Ctx, venue: TestVenue, bytes: Buffer): Promise<string> {
  const { importId } = await uploadImport(ctx, { venueId: venue.id, fileName: "diary.csv", bytes });
  return importId;
}

const asJob = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: "job", name: "import" } });
export const carryOut = (ctx: Ctx, importId: string) => carryOutImport(asJob(ctx), { importId });

export async function run(ctx: Ctx, importId: string) {
  await startImport(ctx, { importId });
  await carryOut(ctx, importId);
}

export const linesOf = (ctx: Ctx, importId: string) => listImportLines(ctx, importId, "all", 1);
export const short = async (ctx: Ctx, importId: string) =>
  (await linesOf(ctx, importId)).map(({ position, status, problems }) =>
    [position, status, ...problems.map(({ code }) => code)].join(" "),
  );

export const bookingsOf = (tenant: TestTenant, importId: string) =>
  inTenant(tenant.id, (tx) =>
    tx
      .select()
      .from(bookings)
      .where(and(eq(bookings.tenantId, tenant.id), eq(bookings.importId, importId)))
      .orderBy(asc(bookings.startsAt)),
  );

export async function holdFirst(tenant: TestTenant, venue: TestVenue, days: number) {
  const { result } = await holdBooking(await makeFamily(tenant), {
    venueId: venue.id,
    functions: [
      { spaceId: venue.space.a, slotId: venue.slot.morning, date: addDays(TODAY, days), name: "wedding" as const },
    ],
    ...{ guests: 10, addOns: [], eventType: "wedding", eventTitle: "Kale", termsAccepted: true, locale: "en" },
  });
  return result;
}
