import * as z from "zod";
import { daysBetween, isLocalDate } from "@/lib/core/local-date";

/** The longest range that one call may ask for, in days. */
export const MAX_DAYS = 400;

/** A day that exists, from 1900 to 2199. Texts are keys of the `fieldErrors` messages. */
const localDate = z
  .string("date")
  .refine((text) => isLocalDate(text) && /^(19|20|21)/.test(text), "date")
  .meta({ format: "date", description: "Local to the venue, from 1900 to 2199." });

export const availabilityQuery = z
  .object({ from: localDate, to: localDate, spaceId: z.uuid("spaceId").optional() })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "dateOrder" });

export type AvailabilityQuery = z.infer<typeof availabilityQuery>;

/** More days than one call may ask for. */
export function isTooLong({ from, to }: AvailabilityQuery): boolean {
  return daysBetween(from, to) >= MAX_DAYS;
}
