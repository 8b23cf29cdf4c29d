import { loadProgress } from "@/lib/imports/load-import";
import { only } from "@/lib/web/only";
import { route } from "@/lib/web/route";
import { personCtx } from "@/lib/web/visit";

/** How far an import is: asked each second while it is carried out, so it costs one row. */
export const GET = route<{ id: string }>(async (visit, _, { id }) => {
  const data = await loadProgress(personCtx(visit), id);
  return Response.json({ data }, { headers: { "cache-control": "no-store" } });
});

export const { POST, PUT, PATCH, DELETE } = only("GET");
