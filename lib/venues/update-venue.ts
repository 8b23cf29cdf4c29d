import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { venues } from "@/db/schema/venues";
import type { LocalText } from "@/lib/core/locale";
import { assertSeen, whatChanged } from "@/lib/tenants/changed";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";

type Values = Partial<typeof venues.$inferInsert>;
type Form = { type: string; seen: string | undefined; current: Values; values: Values };

/**
 * Writes what a form says of a venue, with its history; `current` are the form's values as they hold, `seen` as they were
 * shown. The names of what changed, none where nothing did.
 * @throws AppError CHANGED_MEANWHILE
 */
export async function updateVenue(
  tx: Tx,
  ctx: Ctx,
  venue: { id: string; name: LocalText },
  { type, seen, current, values }: Form,
): Promise<string[]> {
  assertSeen(seen, current);
  const changed = whatChanged(current, values);
  if (!changed) return [];
  await tx
    .update(venues)
    .set(values)
    .where(and(eq(venues.tenantId, ctx.tenant.id), eq(venues.id, venue.id)));
  await recordChange(tx, ctx, { type, subjectId: venue.id, subject: venue.name.en, ...changed });
  return Object.keys(changed.after);
}
