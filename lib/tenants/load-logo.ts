import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { files } from "@/db/schema/hall";
import type { Tenant } from "./types";

type Logo = { id: string; mimeType: string; bytes: Uint8Array };

/** The hall's logo as families see it, or null. */
export async function loadLogo(tenant: Pick<Tenant, "id">): Promise<Logo | null> {
  const [logo] = await inTenant(tenant.id, (tx) =>
    tx
      .select({ id: files.id, mimeType: files.mimeType, bytes: files.bytes })
      .from(files)
      .where(and(eq(files.tenantId, tenant.id), eq(files.kind, "logo")))
      .orderBy(desc(files.createdAt))
      .limit(1),
  );
  return logo ?? null;
}
