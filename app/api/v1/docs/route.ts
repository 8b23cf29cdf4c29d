import { textIn } from "@/lib/core/locale";
import { ERROR_CODES, type ErrorCode } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import { errorsOf } from "@/lib/web/api/contract";
import { DOCS_POLICY, docsPage } from "@/lib/web/api/docs/page";
import { only } from "@/lib/web/only";
import { STATUS_OF } from "@/lib/web/problem";
import { publicRoute } from "@/lib/web/route";
import { CONTRACTS } from "../_contract/all";
import { publishedDocument } from "../_contract/document";

/** The API's reference for people, out of the document for programs. */
export const GET = publicRoute(async ({ tenant }, request) => {
  const { api, errors } = await loadMessages("en");
  const meanings = { ...errors, ...api.errors, UNAUTHENTICATED: api.keyMissing };
  // A method that a path does not take is no operation's answer.
  const used = new Set<ErrorCode>([...CONTRACTS.flatMap(errorsOf), "METHOD_NOT_ALLOWED"]);
  const page = docsPage({
    document: publishedDocument(),
    hall: textIn(tenant.name, "en"),
    base: `${request.headers.get("x-forwarded-proto")?.split(",")[0] ?? "http"}://${request.headers.get("host")}/api/v1`,
    meanings: ERROR_CODES.filter((code) => used.has(code)).map((code) => ({
      ...{ code, status: STATUS_OF[code], meaning: meanings[code] },
    })),
  });
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": DOCS_POLICY };
  return new Response(page, { headers: { ...headers, "cache-control": "no-cache" } });
});

export const { POST, PUT, PATCH, DELETE } = only("GET");
