import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { messages } from "@/db/schema/messages";
import { users } from "@/db/schema/people";
import { textIn } from "@/lib/core/locale";
import { assertMay } from "@/lib/core/permissions";
import { parsePhone } from "@/lib/core/phone";
import { AppError } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { fill } from "@/lib/i18n/plain-text";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Ctx } from "@/lib/tenants/ctx";
import { publicUrl } from "@/lib/tenants/public-url";
import { recordChange } from "@/lib/tenants/record-change";
import type { InviteMemberInput } from "./input";

/**
 * Takes somebody into the team by phone and tells them by SMS; they log in with that phone and a code. A customer's logins
 * end, since they were for a customer.
 * @throws AppError PHONE_INVALID, ALREADY_ON_TEAM
 */
export async function inviteMember(ctx: Ctx, input: InviteMemberInput): Promise<{ userId: string }> {
  const { actor, tenant } = ctx;
  assertMay(actor, "team.write");
  const phone = parsePhone(input.phone);
  if (!phone) throw new AppError("PHONE_INVALID");
  return inTenant(tenant.id, async (tx) => {
    const [known] = await tx
      .select({ role: users.role, removedAt: users.removedAt })
      .from(users)
      .where(and(eq(users.tenantId, tenant.id), eq(users.phone, phone)))
      .for("update");
    if (known && known.role !== "customer" && known.removedAt === null) throw new AppError("ALREADY_ON_TEAM");
    const taken = {
      name: input.name,
      role: input.role,
      removedAt: null,
      // A phone that once was a customer's duplicate is the member's own from now on.
      mergedInto: null,
      invitedAt: sql`clock_timestamp()`,
      invitedBy: actor.kind === "staff" ? actor.userId : null,
    };
    const [user] = await tx
      .insert(users)
      .values({ ...taken, tenantId: tenant.id, id: newId(), phone })
      .onConflictDoUpdate({ target: [users.tenantId, users.phone], set: taken })
      .returning({ id: users.id });
    if (!user) throw new Error("an upsert of a member returned no row");
    await recordChange(tx, ctx, {
      type: "member.invited",
      subjectId: user.id,
      subject: input.name,
      after: { role: input.role },
    });
    await tell(tx, ctx, phone, input);
    return { userId: user.id };
  });
}

async function tell(tx: Tx, { tenant }: Ctx, phone: string, { role, name }: InviteMemberInput): Promise<void> {
  const { locale } = tenant;
  const { sms } = await loadMessages(locale);
  const id = newId();
  const text = fill(sms.team.invited, {
    name,
    hall: textIn(tenant.name, locale),
    role: sms.team.roles[role],
    link: await publicUrl(tx, tenant, localePath(locale, "/admin")),
  });
  await tx.insert(messages).values({
    ...{ tenantId: tenant.id, id, locale, text, recipient: phone },
    channel: "sms",
    template: "team.invited",
    dedupeKey: `team:${id}`,
  });
  await enqueue(tx, "send-message", { tenantId: tenant.id, messageId: id });
}
