import { getTranslations } from "next-intl/server";
import { deviceName } from "@/components/admin/device-name";
import { Section } from "@/components/booking/section";
import { momentOf } from "@/components/booking/when";
import type { BookingView } from "@/lib/bookings/queries";
import { mayDo } from "@/lib/core/permissions";
import { localePath } from "@/lib/i18n/paths";
import { DOT } from "@/lib/i18n/plain-text";
import type { AdminCtx } from "@/lib/web/load-admin";
import { eventWord } from "../../event-words";

/** Who did what, when and from which device; the latest first. Nobody can edit it. */
export async function BookingHistory({ ctx, view }: { ctx: AdminCtx; view: BookingView }) {
  const { locale, now, actor } = ctx;
  const [t, calendar] = await Promise.all([
    getTranslations({ locale, namespace: "admin.booking" }),
    getTranslations({ locale, namespace: "calendar" }),
  ]);
  const clock = { t: calendar, locale, timeZone: view.venue.timeZone };
  const { number } = view.booking;
  return (
    <Section
      title={t("history")}
      {...(mayDo(actor, "history.read")
        ? { change: { href: localePath(locale, `/admin/history?booking=${number}`), label: t("details") } }
        : {})}
    >
      <ol className="grid gap-2">
        {view.history.toReversed().map(({ type, at, actor: who, by, data, device }) => {
          const name = by ? t("by", { name: by }) : who.kind === "job" || who.kind === "platform" ? t("system") : null;
          return (
            <li key={`${type}${at.getTime()}`} className="border-rule-2 border-l-2 pl-3">
              <span className="font-semibold">{t(`events.${eventWord(type)}`)}</span>{" "}
              <span className="text-ink-2">
                {DOT}
                {[momentOf(at, now, clock), name, deviceName(device)].filter(Boolean).join(DOT)}
              </span>
              {typeof data.reason === "string" ? <p className="text-ink-2">{data.reason}</p> : null}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
