import "server-only";
import { and, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { files } from "@/db/schema/hall";
import { assertMay } from "@/lib/core/permissions";
import { pictureType } from "@/lib/core/picture-type";
import { AppError } from "@/lib/errors";
import type { Ctx } from "./ctx";
import type { SaveLogoInput } from "./input";
import { forgetTenant } from "./queries";
import { recordChange } from "./record-change";

/** Keeps a picture as the hall's logo, if its bytes say that it is one: PNG, JPEG or WebP. @throws AppError INVALID_INPUT */
export async function saveLogo(ctx: Ctx, { file }: SaveLogoInput): Promise<{ logoId: string }> {
  assertMay(ctx.actor, "branding.write");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mimeType = pictureType(bytes);
  if (!mimeType) throw new AppError("INVALID_INPUT", { what: "logo" });
  const { actor, tenant } = ctx;
  const id = newId();
  await inTenant(tenant.id, async (tx) => {
    await tx.delete(files).where(and(eq(files.tenantId, tenant.id), eq(files.kind, "logo")));
    const uploadedBy = actor.kind === "staff" ? actor.userId : null;
    await tx.insert(files).values({ tenantId: tenant.id, id, kind: "logo", mimeType, bytes, uploadedBy });
    await recordChange(tx, ctx, { type: "logo.changed", subjectId: id, after: { mimeType, bytes: bytes.length } });
  });
  forgetTenant(tenant);
  return { logoId: id };
}
