import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LoginSteps } from "@/components/account/login-steps";
import { HoldNow } from "@/components/booking/hold-now";
import { ScriptNeeded } from "@/components/booking/script-needed";
import { StepFrame } from "@/components/booking/step-frame";
import { TotalBar } from "@/components/booking/total-bar";
import { type SearchParams, stepHref } from "@/components/booking/wish";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { loadLoginProgress } from "@/lib/web/login-progress";
import { holdWishOf } from "../hold-wish";
import { loadStep } from "../load-step";
import { stepMetadata } from "../step-metadata";

type Props = { searchParams: Promise<SearchParams> };

export const generateMetadata = (): Promise<Metadata> => stepMetadata("login");

export default async function LoginStepPage({ searchParams }: Props) {
  const view = await loadStep(searchParams);
  const { visit, venue, wish, priced, taken } = view;
  const { locale } = visit;
  if (!priced || wish.guests === null || taken.length > 0) redirect(stepHref(locale, "review", wish));
  const [t, progress, messages] = await Promise.all([
    getTranslations({ locale, namespace: "booking.login" }),
    loadLoginProgress(),
    loadMessages(locale),
  ]);
  return (
    <StepFrame locale={locale} step="login" wish={wish} title={t("title")} lead={t("lead")}>
      <ScriptNeeded locale={locale} phone={venue.phone} />
      {progress.step === "done" ? (
        <HoldNow
          wish={holdWishOf(view)}
          reviewHref={stepHref(locale, "review", wish)}
          eventHref={stepHref(locale, "event", wish)}
          bookingsPath={localePath(locale, "/bookings")}
          words={{ holding: t("holding"), offline: t("offline"), again: t("again") }}
        />
      ) : (
        <LoginSteps strings={messages.account} locale={locale} progress={progress} />
      )}
      <TotalBar quote={priced.quote} locale={locale}>
        <span />
      </TotalBar>
    </StepFrame>
  );
}
