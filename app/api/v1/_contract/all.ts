import type { Contract } from "@/lib/web/api/contract";
import * as blackouts from "./blackouts";
import * as changes from "./booking-changes";
import * as bookings from "./bookings";
import * as health from "./health";
import * as money from "./money";
import * as redis from "./redis";
import * as users from "./users";
import * as venues from "./venues";

/** Every operation of the API, in the order in which its document shows them. */
export const CONTRACTS: readonly Contract[] = [venues, bookings, changes, money, users, blackouts, redis, health]
  .flatMap((file): unknown[] => Object.values(file))
  .filter(isContract);

function isContract(value: unknown): value is Contract {
  return typeof value === "object" && value !== null && "path" in value && "access" in value;
}
