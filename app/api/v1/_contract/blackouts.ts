import * as z from "zod";
import { contract } from "@/lib/web/api/contract";
import { id, idParams, instant, localDate, pageQuery } from "./parts";

export const blackout = z
  .object({
    id,
    venueId: id,
    partIds: z.array(id).describe("The parts that are closed; see a space's `partIds`."),
    startTs: instant,
    endTs: instant,
    reason: z.string(),
    yearlyId: id.nullable().describe("Of days that the hall closes each year; those are opened on the dashboard."),
    createdAt: instant,
  })
  .meta({ id: "Blackout" });
export type BlackoutResource = z.infer<typeof blackout>;

const where = {
  venueId: id,
  spaceId: id.optional().describe("Without it all of the venue."),
  reason: z.string().trim().min(1, "required").max(200, "tooLong"),
};
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time")
  .describe("Local to the venue, HH:MM.");

/** Beyond them is a slip of the pen, and more than the calendar can hold. */
const within = (text: string) => text >= "2000" && text < "2101";
const byTimes = z.strictObject({
  ...where,
  startTs: instant.refine(within, "dateRange"),
  endTs: instant.refine(within, "dateRange"),
});
const byDays = z.strictObject({
  ...where,
  from: localDate.refine(within, "dateRange"),
  to: localDate.refine(within, "dateRange").describe("Local to the venue; closed as well."),
  startTime: time.optional(),
  endTime: time.optional(),
});

const tag = "Blackouts";
const example = {
  ...{ id: "01981f6e-7c00-7000-8000-000000000002", venueId: "01981f6e-7c00-7000-8000-000000000003" },
  partIds: ["01981f6e-7c00-7000-8000-000000000004"],
  ...{ startTs: "2027-05-01T18:30:00.000Z", endTs: "2027-05-03T18:30:00.000Z", reason: "Painting" },
  ...{ yearlyId: null, createdAt: "2026-11-01T04:30:00.000Z" },
};

export const createBlackout = contract({
  ...{ id: "createBlackout", method: "POST", path: "/blackouts", tag, status: 201, isCreating: true },
  access: ["blackout.write"],
  summary: "Closes a space or a venue",
  description:
    "Between two instants, or from a day to a day, both included and whole unless `startTime` or `endTime` say otherwise. All of it or nothing: 409 STILL_BOOKED names the `bookings` and `closures` in the way.",
  body: z.union([byTimes, byDays]),
  data: blackout,
  errors: ["STILL_BOOKED", "INVERTED_PERIOD", "IN_THE_PAST"],
  example: {
    body: { venueId: example.venueId, from: "2027-05-02", to: "2027-05-03", reason: "Painting" },
    data: example,
  },
});
export type CreateBlackoutBody = z.output<typeof createBlackout.body>;

export const listBlackouts = contract({
  ...{ id: "listBlackouts", method: "GET", path: "/blackouts", tag, isPaged: true },
  access: ["setup.read"],
  summary: "What is closed from now on, the soonest first",
  query: pageQuery.extend({ venueId: id.optional() }),
  data: z.array(blackout),
  example: { data: [example] },
});

export const deleteBlackout = contract({
  ...{ id: "deleteBlackout", method: "DELETE", path: "/blackouts/{id}", tag, status: 204 },
  access: ["blackout.write"],
  summary: "Opens what was closed; its time is free again",
  description: "What has a `yearlyId` is opened on the dashboard, with all its years, and is not found here.",
  params: idParams,
  data: null,
});
