import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MatterRow } from "@/components/admin/matter-row";
import { Panel } from "@/components/admin/panel";
import { formatMoney } from "@/lib/core/money";
import { localePath } from "@/lib/i18n/paths";
import { DOT } from "@/lib/i18n/plain-text";
import { listPromised } from "@/lib/payments/ledger-lists";
import type { AdminCtx } from "@/lib/web/load-admin";
import { SHOWN } from "./today-panels";

/** What was promised back and waits for somebody's hand; not there where nothing does. Comes by itself. */
export async function RefundsPanel({ ctx }: { ctx: AdminCtx }) {
  const { locale } = ctx;
  const [t, promised] = await Promise.all([getTranslations({ locale, namespace: "admin.money" }), listPromised(ctx)]);
  const waiting = promised.filter(({ state }) => state !== "on-its-way");
  if (waiting.length === 0) return null;
  const href = localePath(locale, "/admin/money/refunds");
  const totalPaise = waiting.reduce((sum, { amountPaise }) => sum + amountPaise, 0);
  const all = (
    <Link href={href} className="text-link inline-flex min-h-11 items-center">
      {t("refunds.title")}
    </Link>
  );
  return (
    <Panel title={t("refunds.promised")} count={formatMoney(totalPaise, locale)} more={all}>
      {waiting.slice(0, SHOWN).map(({ requestId, booking, amountPaise, state }) => (
        <MatterRow
          key={requestId}
          href={href}
          title={booking.eventTitle}
          detail={`${booking.number}${DOT}${t(state === "failed" ? "refunds.failed" : "refunds.byHand")}`}
          aside={<b>{formatMoney(amountPaise, locale)}</b>}
          isUrgent={state === "failed"}
        />
      ))}
    </Panel>
  );
}
