import type { Actor } from "@/lib/core/actor";
import type { Tenant } from "./types";

/**
 * What every verb is told first: for whom, by whom, when. `now` is for rules; expiry is decided by the database's clock.
 * `device` is the browser as it names itself, for the history.
 */
export type Ctx = { tenant: Tenant; actor: Actor; now: Date; requestId: string; device?: string | undefined };
