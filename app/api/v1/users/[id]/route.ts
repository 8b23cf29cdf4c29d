import { loadOneself, loadUser } from "@/lib/people/load-user";
import { updateCustomer } from "@/lib/people/update-customer";
import { updateProfile } from "@/lib/people/update-profile";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { getUser, updateUser } from "../../_contract/users";
import { isOneself } from "../../_handlers/is-oneself";

export const GET = operation(getUser, async ({ ctx, params: { id } }) => ({
  data: isOneself(ctx, id) ? await loadOneself(ctx) : await loadUser(ctx, id),
}));

export const PATCH = operation(updateUser, async ({ ctx, params: { id }, body }) => ({
  data: isOneself(ctx, id) ? await updateProfile(ctx, body) : await updateCustomer(ctx, { ...body, customerId: id }),
}));

export const { POST, PUT, DELETE } = only("GET", "PATCH");
