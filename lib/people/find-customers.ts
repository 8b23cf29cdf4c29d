import "server-only";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { users } from "@/db/schema/people";
import { asciiDigits } from "@/lib/core/digits";
import { assertMay } from "@/lib/core/permissions";
import { parsePhone } from "@/lib/core/phone";
import type { Ctx } from "@/lib/tenants/ctx";
import type { FoundCustomer } from "./types";

const WORDS = 3;

/** `%jadhav%` for each of the first words; a phone in any digits, with spaces, dashes or +91, or only a part of it. */
function patternsOf(text: string): string[] {
  const ascii = asciiDigits(text);
  const digits = parsePhone(text)?.slice(1) ?? (/^[\d\s+()-]+$/.test(ascii) ? ascii.replace(/\D/g, "") : null);
  const words = digits === null ? text.toLowerCase().split(/\s+/).filter(Boolean) : [digits];
  return words.slice(0, WORDS).map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
}

/** People by phone or name, or a part of either, the newest first. */
export async function findCustomers(ctx: Ctx, text: string, atMost: number): Promise<FoundCustomer[]> {
  assertMay(ctx.actor, "customer.read");
  const patterns = patternsOf(text);
  if (patterns.length === 0) return [];
  return inTenant(ctx.tenant.id, async (tx) => {
    const list = sql.join(
      patterns.map((pattern) => sql`${pattern}`),
      sql`, `,
    );
    const found = await tx.execute<{ id: string }>(
      sql`select id from find_people(array[${list}]::text[], ${atMost}) as found (id)`,
    );
    const ids = found.map(({ id }) => id);
    if (ids.length === 0) return [];
    return tx
      .select({ userId: users.id, name: users.name, phone: users.phone, email: users.email, locale: users.locale })
      .from(users)
      .where(and(eq(users.tenantId, ctx.tenant.id), inArray(users.id, ids)))
      .orderBy(desc(users.createdAt), desc(users.id));
  });
}
