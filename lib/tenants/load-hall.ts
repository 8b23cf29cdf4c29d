import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { files } from "@/db/schema/hall";
import { tenants } from "@/db/schema/tenants";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { hallValues } from "./change-hall";
import { fingerprint } from "./changed";
import type { Ctx } from "./ctx";

/** The hall's own values as its form shows them, with what they looked like then. */
export async function loadHall(ctx: Ctx) {
  assertMay(ctx.actor, "setup.read");
  const [row, logo] = await inTenant(ctx.tenant.id, async (tx) => {
    const [found] = await tx.select().from(tenants).where(eq(tenants.id, ctx.tenant.id));
    const [file] = await tx
      .select({ id: files.id })
      .from(files)
      .where(and(eq(files.tenantId, ctx.tenant.id), eq(files.kind, "logo")))
      .orderBy(desc(files.createdAt))
      .limit(1);
    return [found, file];
  });
  if (!row) throw new AppError("NOT_FOUND", { what: "tenant" });
  const values = hallValues(row);
  return { ...values, seen: fingerprint(values), logoId: logo?.id ?? null };
}
