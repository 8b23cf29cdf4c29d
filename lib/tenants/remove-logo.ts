import "server-only";
import { and, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { files } from "@/db/schema/hall";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "./ctx";
import { forgetTenant } from "./queries";
import { recordChange } from "./record-change";

/** The hall shows its name alone again. */
export async function removeLogo(ctx: Ctx): Promise<void> {
  assertMay(ctx.actor, "branding.write");
  await inTenant(ctx.tenant.id, async (tx) => {
    const gone = await tx
      .delete(files)
      .where(and(eq(files.tenantId, ctx.tenant.id), eq(files.kind, "logo")))
      .returning({ id: files.id });
    if (gone[0]) await recordChange(tx, ctx, { type: "logo.removed", subjectId: gone[0].id });
  });
  forgetTenant(ctx.tenant);
}
