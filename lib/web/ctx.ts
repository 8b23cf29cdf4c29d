import "server-only";
import { cookies, headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { isAppError } from "@/lib/errors";
import { type PersonCtx, type Place, personCtx, placeOf, type Visit, withActor } from "./visit";

/** The tenant, language and request id of a page or action, asking nothing about the person; 404 on a host of nobody. */
export const loadPlace = cache(async (): Promise<Place> => {
  const jar = await cookies();
  try {
    return await placeOf(await headers(), (name) => jar.get(name)?.value);
  } catch (error) {
    if (isAppError(error, "NOT_FOUND")) notFound();
    throw error;
  }
});

/** The same with who is asking: null where nobody is signed in. Read once for each request. */
export const loadCtx = cache(async (): Promise<Visit> => {
  const jar = await cookies();
  return withActor(await loadPlace(), (name) => jar.get(name)?.value);
});

/** For what needs somebody signed in. @throws AppError UNAUTHENTICATED */
export async function requirePerson(): Promise<PersonCtx> {
  return personCtx(await loadCtx());
}
