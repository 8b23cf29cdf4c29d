import { fileURLToPath } from "node:url";
import { closeYearlyDays } from "@/lib/bookings/close-yearly-days";
import { completeBookings } from "@/lib/bookings/complete-bookings";
import { expireClaims } from "@/lib/bookings/expire-claims";
import { carryOutImport } from "@/lib/imports/carry-out-import";
import { endOnUncaught } from "@/lib/jobs/end-on-uncaught";
import type { JobPayloads } from "@/lib/jobs/jobs";
import { type Handlers, startWorkWhenPossible } from "@/lib/jobs/work";
import { log } from "@/lib/log";
import { notify } from "@/lib/messages/notify";
import { sendMessage } from "@/lib/messages/send-message";
import { reconcileLinks } from "@/lib/payments/reconcile-links";
import { reconcileOrders } from "@/lib/payments/reconcile-orders";
import { refundPayment } from "@/lib/payments/refund-payment";
import { forgetOldChallenges } from "@/lib/people/forget-old-challenges";
import { forgetOldSessions } from "@/lib/people/forget-old-sessions";
import { currentRequest } from "@/lib/request-context";
import { startTelemetry } from "@/lib/telemetry";
import { assertTrustworthyDatabase } from "@/lib/tenants/assert-trustworthy";
import type { Ctx } from "@/lib/tenants/ctx";
import { forgetOldKeys } from "@/lib/tenants/forget-old-keys";
import { findTenantById } from "@/lib/tenants/queries";
import { endGracefully } from "@/lib/web/end-gracefully";

/** A verb as a job of its tenant. A tenant that is gone has nothing left to do. */
function ofTenant<N extends "notify" | "send-message" | "refund" | "import">(
  name: N,
  verb: (ctx: Ctx, payload: JobPayloads[N]) => Promise<unknown>,
) {
  return async (payload: JobPayloads[N]) => {
    const tenant = await findTenantById(payload.tenantId);
    if (!tenant) return;
    const requestId = currentRequest()?.requestId ?? `${name}-${crypto.randomUUID()}`;
    await verb({ tenant, actor: { kind: "job", name }, now: new Date(), requestId }, payload);
  };
}

/** Which verb carries out which job. */
export const HANDLERS: Handlers = {
  notify: ofTenant("notify", notify),
  "send-message": ofTenant("send-message", sendMessage),
  refund: ofTenant("refund", refundPayment),
  import: ofTenant("import", carryOutImport),
  "expire-claims": expireClaims,
  "complete-bookings": completeBookings,
  "reconcile-orders": async () => ({ ...(await reconcileOrders()), ...(await reconcileLinks()) }),
  "close-yearly-days": closeYearlyDays,
  "forget-old-keys": async () => {
    await forgetOldKeys();
    await forgetOldChallenges();
    await forgetOldSessions();
  },
};

/** Works in this process. Returns what ends it: no job is begun after that, and those under way are finished. */
export function startWorker(): () => Promise<void> {
  const ending = new AbortController();
  const working = startWorkWhenPossible(HANDLERS, ending.signal);
  void working.then((begun) => begun && log.info("jobs are worked off in this process"));
  return async () => {
    ending.abort();
    await (await working)?.stop().catch((error: unknown) => log.error({ err: error }, "jobs did not stop cleanly"));
  };
}

/** What has to be so before any job is begun. */
async function start() {
  const flush = await startTelemetry();
  await assertTrustworthyDatabase();
  return flush;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  endOnUncaught();
  const flush = await start().catch((error: unknown) => {
    log.fatal({ err: error }, "the worker does not start");
    process.exit(1);
  });
  endGracefully({ finishJobs: startWorker(), flush });
}
