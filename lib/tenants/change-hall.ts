import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { assertMay } from "@/lib/core/permissions";
import { NO_EFFECTS, type SetupEffects } from "@/lib/core/setup-effects";
import { AppError } from "@/lib/errors";
import { assertSeen, whatChanged } from "./changed";
import type { Ctx } from "./ctx";
import type { ChangeHallInput } from "./input";
import { forgetTenant } from "./queries";
import { recordChange } from "./record-change";
import { type Mode, takeBackAfter } from "./take-back";

/** The hall's own values, as its form shows them. */
export function hallValues(tenant: typeof tenants.$inferSelect) {
  const { name, tagline, phone, whatsapp, email, legalName, gstin, brandColour, locale, locales, privacy } = tenant;
  return { name, tagline, phone, whatsapp, email, legalName, gstin, brandColour, locale, locales, privacy };
}

/** The hall's row, locked until the transaction ends. @throws AppError NOT_FOUND */
export async function lockHall(tx: Tx, ctx: Ctx): Promise<typeof tenants.$inferSelect> {
  const [row] = await tx.select().from(tenants).where(eq(tenants.id, ctx.tenant.id)).for("update");
  if (!row) throw new AppError("NOT_FOUND", { what: "tenant" });
  return row;
}

/** Changes the hall's name, face, languages and what its receipts say. @throws AppError CHANGED_MEANWHILE */
export async function changeHall(ctx: Ctx, { seen, ...values }: ChangeHallInput, mode: Mode): Promise<SetupEffects> {
  assertMay(ctx.actor, "branding.write");
  const effects = await takeBackAfter(ctx.tenant.id, mode, async (tx) => {
    const current = hallValues(await lockHall(tx, ctx));
    assertSeen(seen, current);
    const changed = whatChanged(current, values);
    if (!changed) return { ...NO_EFFECTS, notes: [{ note: "nothing" as const, count: 1 }] };
    await tx.update(tenants).set(values).where(eq(tenants.id, ctx.tenant.id));
    await recordChange(tx, ctx, {
      type: "hall.changed",
      subjectId: ctx.tenant.id,
      subject: values.name.en,
      ...changed,
    });
    const gone = current.locales.filter((locale) => !values.locales.includes(locale)).length;
    const onReceipts = ["name", "legalName", "gstin"].some((key) => key in changed.after);
    const notes: SetupEffects["notes"] = [
      { note: "languagesGone", count: gone },
      { note: "receiptsFromNow", count: onReceipts ? 1 : 0 },
    ];
    return { ...NO_EFFECTS, notes: notes.filter(({ count }) => count > 0) };
  });
  if (!mode.preview) forgetTenant(ctx.tenant);
  return effects;
}
