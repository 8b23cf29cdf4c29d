import { openApiDocument } from "@/lib/web/api/openapi";
import { only } from "@/lib/web/only";
import { publicRoute } from "@/lib/web/route";
import { CONTRACTS } from "../_contract/all";
import { VERSION } from "../_contract/version";

/** The API's own document. */
export const GET = publicRoute(async () => Response.json(openApiDocument(CONTRACTS, VERSION)));

export const { POST, PUT, PATCH, DELETE } = only("GET");
