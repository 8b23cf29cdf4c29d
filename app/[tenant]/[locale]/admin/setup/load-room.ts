import { notFound } from "next/navigation";
import type { Permission } from "@/lib/core/permissions";
import { isAppError } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import { loadSetUp } from "@/lib/venues/load-set-up";
import { loadAdmin } from "@/lib/web/load-admin";

export type RoomProps = { searchParams: Promise<{ venue?: string | string[] }> };

/** Who sets up, in which words. */
export async function loadWords(permission: Permission = "setup.read") {
  const ctx = await loadAdmin(permission);
  const { admin } = await loadMessages(ctx.locale);
  return { ctx, locale: ctx.locale, words: { ...admin.setup, offline: admin.offline } };
}

/** The same with the venue that the address names. */
export async function loadRoom({ searchParams }: RoomProps) {
  const [room, { venue }] = await Promise.all([loadWords(), searchParams]);
  const slug = Array.isArray(venue) ? venue[0] : venue;
  try {
    return { ...room, set: await loadSetUp(room.ctx, slug) };
  } catch (error) {
    if (isAppError(error, "NOT_FOUND")) notFound();
    throw error;
  }
}
