import "server-only";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";

/** Whether an id is the caller's own. @throws AppError NOT_FOUND where a family asks for somebody else */
export function isOneself({ actor }: Pick<Ctx, "actor">, userId: string): boolean {
  if (actor.kind !== "customer" && actor.kind !== "staff") return false;
  const isOwn = actor.userId === userId.toLowerCase();
  if (!isOwn && actor.kind === "customer") throw new AppError("NOT_FOUND", { what: "user" });
  return isOwn;
}
