import type { ApiDocument } from "@/lib/web/api/docs/document";
import { openApiDocument } from "@/lib/web/api/openapi";
import { CONTRACTS } from "./all";
import { VERSION } from "./version";

let made: ApiDocument | undefined;

/** The API's own document, made at the first call: contracts do not change while a process lives. */
export function publishedDocument(): ApiDocument {
  made ??= openApiDocument(CONTRACTS, VERSION) as ApiDocument;
  return made;
}
