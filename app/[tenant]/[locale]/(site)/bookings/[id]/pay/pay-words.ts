import { getTranslations } from "next-intl/server";
import type { PayOption } from "@/components/booking/pay-panel";
import type { PayPurpose } from "@/components/booking/use-payment";
import { isFirm } from "@/lib/core/booking-status";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import type { OwnBooking } from "../../load-own";

/** What may be paid now: the advance or all of it, or what is left once the advance is in. */
export async function payOptions({ ctx, booking, paidPaise, duePaise }: OwnBooking): Promise<PayOption[]> {
  const { locale } = ctx;
  const t = await getTranslations({ locale, namespace: "booking.pay" });
  const option = (purpose: PayPurpose, paise: number): PayOption => ({
    purpose,
    label: t(`options.${purpose}`),
    hint: t(`hints.${purpose}`),
    amount: formatMoney(paise, locale),
    pay: t("pay", { amount: formatMoney(paise, locale) }),
  });
  if (duePaise <= 0) return [];
  const advanceDue = booking.advancePaise - paidPaise;
  if (advanceDue > 0) {
    return [option("advance", advanceDue), ...(duePaise > advanceDue ? [option("full", duePaise)] : [])];
  }
  return isFirm(booking.status) ? [option("balance", duePaise)] : [];
}

export async function payWords(locale: Locale) {
  const [t, hold] = await Promise.all([
    getTranslations({ locale, namespace: "booking.pay" }),
    getTranslations({ locale, namespace: "booking.hold" }),
  ]);
  return {
    pay: {
      choose: t("choose"),
      starting: t("starting"),
      open: t("open"),
      verifying: t("verifying"),
      dismissed: t("dismissed"),
      failed: t("failed"),
      offline: t("offline"),
      safe: t("safe"),
    },
    timer: {
      left: t("left"),
      minutesLeft: String(t.raw("minutesLeft")),
      oneMinuteLeft: t("oneMinuteLeft"),
      over: t("over"),
    },
    ask: { ask: t("ask"), asking: t("asking"), offline: t("offline") },
    release: { release: hold("release"), releasing: hold("releasing"), offline: hold("offline") },
  };
}
