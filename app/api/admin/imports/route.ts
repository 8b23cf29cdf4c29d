import * as z from "zod";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { localePath } from "@/lib/i18n/paths";
import { FILE_BYTES } from "@/lib/imports/read-import-file";
import { uploadImport } from "@/lib/imports/upload-import";
import { only } from "@/lib/web/only";
import { readBytes } from "@/lib/web/read-raw";
import { readQuery, route } from "@/lib/web/route";
import { personCtx } from "@/lib/web/visit";

const query = z.object({
  venue: z.uuid(),
  name: z.string().trim().min(1).max(200),
  lang: z.string().optional(),
});

/** Takes in a diary as the body; answers with where it is looked through. */
export const POST = route(async (visit, request) => {
  const ctx = personCtx(visit);
  // Before the body is read: a stranger's megabytes are not.
  assertMay(ctx.actor, "import.run");
  const { venue, name } = await readQuery(request, query, visit.locale);
  const bytes = await readBytes(request, FILE_BYTES).catch(() => {
    throw new AppError("INVALID_INPUT", { file: "tooLarge" });
  });
  const { importId, isKnown } = await uploadImport(ctx, { venueId: venue, fileName: name, bytes });
  const href = localePath(visit.locale, `/admin/import/${importId}`);
  return Response.json({ data: { href, isKnown } }, { status: isKnown ? 200 : 201 });
});

export const { GET, PUT, PATCH, DELETE } = only("POST");
