import "server-only";
import * as z from "zod";
import { env } from "@/lib/env";
import { VendorError } from "./vendor-error";

/** MSG91's flow API: https://docs.msg91.com/sms/send-sms. A template of the DLT registry with one variable, `text`. */
const TIMEOUT_MS = 5000;

/** A wrong key, too many calls: these say nothing about the text, which goes out once that is mended. */
const NOT_THE_TEXT = new Set([401, 403, 408, 429]);

const answer = z.object({ type: z.string(), message: z.string() });

/**
 * Sends one text to one phone (E.164).
 * @throws VendorError `refused` where MSG91 said no, `later` where it has too much to do or does not know us, `unknown` where
 * its answer never came.
 */
export async function sendSms(to: string, text: string): Promise<{ id: string }> {
  const response = await post(to, text);
  const body = answer.safeParse(await response.json().catch(() => undefined));
  if (response.status >= 500) throw new VendorError("msg91", "unknown", `status ${response.status}`);
  if (NOT_THE_TEXT.has(response.status)) throw new VendorError("msg91", "later", `status ${response.status}`);
  if (!response.ok) throw new VendorError("msg91", "refused", `status ${response.status}`);
  if (!body.success) throw new VendorError("msg91", "unknown", "an answer that cannot be read");
  // MSG91 answers some refusals with status 200 and type "error".
  if (body.data.type !== "success") throw new VendorError("msg91", "refused", body.data.message);
  return { id: body.data.message };
}

async function post(to: string, text: string): Promise<Response> {
  const { MSG91_API_URL, MSG91_AUTH_KEY, MSG91_TEMPLATE_ID, MSG91_SENDER_ID, MSG91_DLT_ENTITY_ID } = env();
  try {
    return await fetch(new URL("/api/v5/flow", MSG91_API_URL), {
      method: "POST",
      headers: { authkey: MSG91_AUTH_KEY, "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({
        template_id: MSG91_TEMPLATE_ID,
        sender: MSG91_SENDER_ID,
        short_url: "0",
        ...(MSG91_DLT_ENTITY_ID ? { DLT_PE_ID: MSG91_DLT_ENTITY_ID } : {}),
        recipients: [{ mobiles: to.replace("+", ""), text }],
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: "error",
      cache: "no-store",
    });
  } catch (cause) {
    throw new VendorError("msg91", "unknown", "no answer", { cause });
  }
}
