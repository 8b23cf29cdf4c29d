import { getTranslations } from "next-intl/server";
import { Tag } from "@/components/ui/tag";
import type { BookingStatus } from "@/lib/core/booking-state";
import type { Locale } from "@/lib/core/locale";

const LOOK = {
  temp_hold: { tone: "auspicious", mark: "◔" },
  pending: { tone: "waiting", mark: "…" },
  confirmed: { tone: "good", mark: "✓" },
  completed: { tone: "plain", mark: "✓" },
  cancelled: { tone: "ended", mark: "✕" },
  expired: { tone: "plain", mark: "–" },
  rejected: { tone: "ended", mark: "✕" },
} as const satisfies Record<BookingStatus, { tone: string; mark: string }>;

/** A booking's state: a word and a mark, never colour alone. */
export async function StatusTag({ status, locale }: { status: BookingStatus; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "bookings.status" });
  const { tone, mark } = LOOK[status];
  return (
    <Tag tone={tone}>
      <span aria-hidden="true">{mark}</span>
      {t(status)}
    </Tag>
  );
}
