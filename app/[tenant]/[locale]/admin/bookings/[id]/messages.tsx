import { getTranslations } from "next-intl/server";
import { ResendButton } from "@/components/admin/resend-button";
import { Section } from "@/components/booking/section";
import { momentOf } from "@/components/booking/when";
import { Tag } from "@/components/ui/tag";
import { formatPhone } from "@/lib/core/phone";
import { loadMessages } from "@/lib/i18n/load-messages";
import { DOT, digits } from "@/lib/i18n/plain-text";
import { listBookingMessages } from "@/lib/messages/booking-messages";
import type { AdminCtx } from "@/lib/web/load-admin";

const TONES = { queued: "waiting", sent: "good", failed: "ended" } as const;
const MARKS = { queued: "…", sent: "✓", failed: "✕" } as const;

type Props = { ctx: AdminCtx; bookingId: string; timeZone: string };

/** What the family and the hall were told, whether it arrived, and once more where it did not. */
export async function BookingMessages({ ctx, bookingId, timeZone }: Props) {
  const { locale, now } = ctx;
  const [t, calendar, { admin }, messages] = await Promise.all([
    getTranslations({ locale, namespace: "admin.booking.messages" }),
    getTranslations({ locale, namespace: "calendar" }),
    loadMessages(locale),
    listBookingMessages(ctx, bookingId),
  ]);
  const { resend, resending, resent } = admin.today;
  return (
    <Section title={t("title")}>
      {messages.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul>
        {messages.map(({ id, recipient, text, status, createdAt, sentAt }) => (
          <li key={id} className="grid gap-1 border-rule border-t py-2.5">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <span className="text-[0.9375rem] text-ink-2">
                {digits(formatPhone(recipient), locale)}
                {DOT}
                {momentOf(sentAt ?? createdAt, now, { t: calendar, locale, timeZone })}
              </span>
              <Tag tone={TONES[status]}>
                <span aria-hidden="true">{MARKS[status]}</span>
                {t(`status.${status}`)}
              </Tag>
            </div>
            <p className="wrap-anywhere">{text}</p>
            {status === "queued" ? null : (
              <div>
                <ResendButton messageId={id} words={{ resend, resending, resent, offline: admin.offline }} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
