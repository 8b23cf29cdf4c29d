import type { Actor } from "@/lib/core/actor";
import type { Tenant } from "./types";

/** What every verb is told first: for whom, by whom, when. `now` is for rules; expiry is decided by the database's clock. */
export type Ctx = { tenant: Tenant; actor: Actor; now: Date; requestId: string };
