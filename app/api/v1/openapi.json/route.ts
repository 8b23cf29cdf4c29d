import { only } from "@/lib/web/only";
import { publicRoute } from "@/lib/web/route";
import { publishedDocument } from "../_contract/document";

let text: string | undefined;

/** The API's own document. */
export const GET = publicRoute(async () => {
  text ??= JSON.stringify(publishedDocument());
  return new Response(text, { headers: { "content-type": "application/json" } });
});

export const { POST, PUT, PATCH, DELETE } = only("GET");
