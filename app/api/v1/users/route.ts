import * as customers from "@/lib/bookings/list-customers";
import { createCustomer } from "@/lib/people/create-customer";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { createUser, listUsers } from "../_contract/users";

export const GET = operation(listUsers, async ({ ctx, query: { q, cursor, limit } }) => {
  const { rows, next } = await customers.listCustomers(ctx, { q, after: cursor }, limit);
  const data = rows.map(({ id, name, phone, email, locale, createdAt }) => ({
    ...{ id, name, phone, email, locale },
    createdAt: createdAt.toISOString(),
  }));
  return { data, nextCursor: next };
});

export const POST = operation(createUser, async ({ ctx, body, idempotencyKey }) => {
  const { result, replayed } = await createCustomer(ctx, { ...body, idempotencyKey });
  return { data: result, isReplayed: replayed };
});

export const { PUT, PATCH, DELETE } = only("GET", "POST");
