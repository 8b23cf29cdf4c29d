import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/core/locale";
import { localePath } from "@/lib/i18n/paths";
import { ReleaseHold } from "./release-hold";
import { momentOf } from "./when";

type Props = {
  locale: Locale;
  now: Date;
  hold: { id: string; number: string; eventTitle: string; holdExpiresAt: Date | null; timeZone: string };
};

/** Whoever comes back from paying sees that the date is still theirs, and what can be done with it. */
export async function LiveHold({ locale, now, hold }: Props) {
  const [t, calendar] = await Promise.all([
    getTranslations({ locale, namespace: "booking.hold" }),
    getTranslations({ locale, namespace: "calendar" }),
  ]);
  if (!hold.holdExpiresAt) return null;
  const until = momentOf(hold.holdExpiresAt, now, { t: calendar, locale, timeZone: hold.timeZone });
  return (
    <Notice tone="info" title={t("live", { until })}>
      <p>{t("liveHint", { number: hold.number, title: hold.eventTitle })}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <LinkButton href={localePath(locale, `/bookings/${hold.id}/pay`)}>{t("goOn")}</LinkButton>
        <ReleaseHold
          bookingId={hold.id}
          words={{ release: t("release"), releasing: t("releasing"), offline: t("offline") }}
        />
      </div>
    </Notice>
  );
}
