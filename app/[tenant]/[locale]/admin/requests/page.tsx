import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/admin/page-header";
import { RequestCard } from "@/components/admin/request-card";
import { KeepFresh } from "@/components/booking/keep-fresh";
import { EmptyState } from "@/components/ui/empty-state";
import { listLapsedRequests, listOpenClaims } from "@/lib/bookings/open-claims";
import { loadAdmin } from "@/lib/web/load-admin";
import { isRequest } from "./is-request";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.requests");
  return { title: t("title") };
}

export default async function RequestsPage() {
  const ctx = await loadAdmin("booking.approve");
  const { locale, now } = ctx;
  const [t, open, lapsed] = await Promise.all([
    getTranslations({ locale, namespace: "admin.requests" }),
    listOpenClaims(ctx),
    listLapsedRequests(ctx),
  ]);
  const waiting = open.filter(isRequest);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <KeepFresh everySeconds={10} forMinutes={480} />
      <div className="grid max-w-4xl gap-8">
        <section aria-labelledby="waiting" className="grid gap-3">
          <h2 id="waiting" className="text-xl">
            {t("waiting")}
          </h2>
          {waiting.length === 0 ? <EmptyState title={t("none")}>{t("noneHint")}</EmptyState> : null}
          {waiting.map((claim) => (
            <RequestCard key={claim.bookingId} claim={claim} locale={locale} now={now} isLapsed={false} />
          ))}
        </section>
        {lapsed.length === 0 ? null : (
          <section aria-labelledby="lapsed" className="grid gap-3">
            <h2 id="lapsed" className="text-xl">
              {t("lapsed")}
            </h2>
            {lapsed.map((claim) => (
              <RequestCard key={claim.bookingId} claim={claim} locale={locale} now={now} isLapsed />
            ))}
          </section>
        )}
      </div>
    </>
  );
}
