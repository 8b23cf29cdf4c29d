import "server-only";
import type { Permission } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Actors, Part, Target } from "./scene";

export type Who = keyof Actors;

export const HALL: Who[] = ["staff", "manager", "owner"];
export const LEADS: Who[] = ["manager", "owner"];

/**
 * One line of who may do what. `reach` is `hall` where the verb names nothing but the caller's own hall: another hall's
 * people may call it as well, for themselves.
 */
export type Row = {
  name: string;
  permission: Permission;
  may: Who[];
  call: (ctx: Ctx, to: Target) => Promise<unknown>;
  reach: "thing" | "hall";
  needs?: readonly Part[];
};

export const needing = (needs: readonly Part[], rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row, needs }));

type Verb = { name: string };

/** A verb on a thing of one hall. Its own name tells that it is in the table. */
export const on = (verb: Verb, permission: Permission, may: Who[], call: Row["call"]): Row => ({
  ...{ name: verb.name, permission, may, call, reach: "thing" },
});

/** A verb of the caller's hall as a whole. */
export const inHall = (verb: Verb, permission: Permission, may: Who[], call: Row["call"]): Row => ({
  ...on(verb, permission, may, call),
  reach: "hall",
});
