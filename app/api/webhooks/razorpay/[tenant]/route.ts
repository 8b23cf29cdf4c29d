import { AppError } from "@/lib/errors";
import { receiveWebhook } from "@/lib/payments/receive-webhook";
import { findTenantBySlug } from "@/lib/tenants/queries";
import { only } from "@/lib/web/only";
import { problemResponse } from "@/lib/web/problem";
import { readRaw } from "@/lib/web/read-raw";
import { requestIdOf } from "@/lib/web/request-id";

const BODY_LIMIT = 256 * 1024;

/** The gateway's events. Anything but 2xx makes it send the event again. */
export async function POST(request: Request, context: { params: Promise<{ tenant: string }> }): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  try {
    const rawBody = await readRaw(request, BODY_LIMIT);
    const tenant = await findTenantBySlug((await context.params).tenant);
    if (!tenant) throw new AppError("NOT_FOUND");
    const answer = await receiveWebhook(
      { tenant, actor: { kind: "job", name: "razorpay" }, now: new Date(), requestId },
      {
        rawBody,
        signature: request.headers.get("x-razorpay-signature") ?? "",
        eventId: request.headers.get("x-razorpay-event-id"),
      },
    );
    return Response.json(answer, { headers: { "x-request-id": requestId } });
  } catch (error) {
    return problemResponse(error, { locale: "en", requestId });
  }
}

export const { GET, PUT, PATCH, DELETE } = only("POST");
