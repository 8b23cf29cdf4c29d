import "server-only";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { auditEvents } from "@/db/schema/audit";
import type { Ctx } from "./ctx";
import { eventActor } from "./event-actor";

type Change = {
  /** `noun.verb`: `member.invited`, `price.changed`. */
  type: string;
  subjectId?: string;
  /** The subject's name as people know it now. */
  subject?: string;
  /** Only what changed. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** Appends to the hall's history what is no booking's; call it in the transaction of the change. */
export async function recordChange(tx: Tx, ctx: Ctx, change: Change): Promise<void> {
  const { actor } = ctx;
  await tx.insert(auditEvents).values({
    ...change,
    tenantId: ctx.tenant.id,
    id: newId(),
    actor: eventActor(actor),
    actorId: actor.kind === "staff" || actor.kind === "customer" ? actor.userId : null,
    device: ctx.device ?? null,
  });
}
