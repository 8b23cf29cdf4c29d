import * as blackouts from "@/lib/bookings/create-blackout";
import * as closed from "@/lib/bookings/list-blackouts";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { createBlackout, listBlackouts } from "../_contract/blackouts";
import { blackoutResource } from "../_handlers/blackout-resource";

export const GET = operation(listBlackouts, async ({ ctx, query: { venueId, cursor, limit } }) => {
  const { rows, next } = await closed.listBlackouts(ctx, { venueId, after: cursor }, limit);
  return { data: rows.map(blackoutResource), nextCursor: next };
});

export const POST = operation(createBlackout, async ({ ctx, body, idempotencyKey }) => {
  const { venueId, reason, spaceId = null } = body;
  const time =
    "from" in body
      ? { from: body.from, to: body.to, startTime: body.startTime ?? null, endTime: body.endTime ?? null }
      : { period: { startsAt: new Date(body.startTs), endsAt: new Date(body.endTs) } };
  const { result, replayed } = await blackouts.createBlackout(
    ctx,
    { venueId, reason, spaceId, ...time, idempotencyKey },
    blackoutResource,
  );
  return { data: result, isReplayed: replayed };
});

export const { PUT, PATCH, DELETE } = only("GET", "POST");
