import { getTranslations } from "next-intl/server";
import { Section } from "@/components/booking/section";
import { momentOf } from "@/components/booking/when";
import type { BookingView } from "@/lib/bookings/queries";
import type { Locale } from "@/lib/core/locale";
import { DOT } from "@/lib/i18n/plain-text";

const KNOWN = [
  "create",
  "submit",
  "pay",
  "approve",
  "approve_again",
  "reject",
  "expire",
  "cancel",
  "reschedule",
  "complete",
  "late_payment",
  "refund",
  "edit",
] as const;

/** Who did what, when; the latest first. Nobody can edit it. */
export async function BookingHistory({ view, locale, now }: { view: BookingView; locale: Locale; now: Date }) {
  const [t, calendar] = await Promise.all([
    getTranslations({ locale, namespace: "admin.booking" }),
    getTranslations({ locale, namespace: "calendar" }),
  ]);
  const clock = { t: calendar, locale, timeZone: view.venue.timeZone };
  return (
    <Section title={t("history")}>
      <ol className="grid gap-2">
        {view.history.toReversed().map(({ type, at, actor, by, data }) => {
          const known = KNOWN.find((each) => each === type) ?? "other";
          return (
            <li key={`${type}${at.getTime()}`} className="border-rule-2 border-l-2 pl-3">
              <span className="font-semibold">{t(`events.${known}`)}</span>{" "}
              <span className="text-ink-2">
                {DOT}
                {momentOf(at, now, clock)}
                {DOT}
                {by ? t("by", { name: by }) : actor.kind === "job" || actor.kind === "platform" ? t("system") : ""}
              </span>
              {typeof data.reason === "string" ? <p className="text-ink-2">{data.reason}</p> : null}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
