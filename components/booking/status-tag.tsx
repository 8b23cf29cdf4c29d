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

type Props = {
  status: BookingStatus;
  locale: Locale;
  /** Kept by the hall without money: a family has no answer to wait for. */
  isOption?: boolean;
  /** The hall's own people call it an option. */
  forHall?: boolean;
};

/** A booking's state: a word and a mark, never colour alone. */
export async function StatusTag({ status, locale, isOption = false, forHall = false }: Props) {
  const [t, hall] = await Promise.all([
    getTranslations({ locale, namespace: "bookings.status" }),
    getTranslations({ locale, namespace: "admin.booking" }),
  ]);
  const isKept = isOption && status === "pending";
  const { tone, mark } = LOOK[isKept ? "temp_hold" : status];
  return (
    <Tag tone={tone}>
      <span aria-hidden="true">{mark}</span>
      {isKept ? (forHall ? hall("option") : t("option")) : t(status)}
    </Tag>
  );
}
