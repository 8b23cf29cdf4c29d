import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConfirmHold } from "@/components/booking/confirm-hold";
import { DraftSummary } from "@/components/booking/draft-summary";
import { FunctionLines } from "@/components/booking/function-lines";
import { LiveHold } from "@/components/booking/live-hold";
import { PriceSummary } from "@/components/booking/price-summary";
import { ScriptNeeded } from "@/components/booking/script-needed";
import { Section } from "@/components/booking/section";
import { StepFrame } from "@/components/booking/step-frame";
import { TermsSummary } from "@/components/booking/terms-summary";
import { TotalWords } from "@/components/booking/total-bar";
import { Trouble } from "@/components/booking/trouble";
import { type SearchParams, stepHref } from "@/components/booking/wish";
import { Notice } from "@/components/ui/notice";
import { formatNumber } from "@/lib/core/money";
import { ERROR_CODES } from "@/lib/errors";
import { localePath } from "@/lib/i18n/paths";
import { DOT } from "@/lib/i18n/plain-text";
import { holdWishOf } from "../hold-wish";
import { loadStep } from "../load-step";
import { stepMetadata } from "../step-metadata";

type Props = { searchParams: Promise<SearchParams> };

export const generateMetadata = (): Promise<Metadata> => stepMetadata("review");

export default async function ReviewPage({ searchParams }: Props) {
  const view = await loadStep(searchParams);
  const { visit, venue, wish, chosen, priced, taken, hold } = view;
  const { locale } = visit;
  if (wish.functions.length === 0) redirect(stepHref(locale, "when", wish));
  if (wish.guests === null) redirect(stepHref(locale, "event", wish));
  const [t, event, errors, params] = await Promise.all([
    getTranslations({ locale, namespace: "booking.review" }),
    getTranslations({ locale, namespace: "booking.event" }),
    getTranslations({ locale, namespace: "errors" }),
    searchParams,
  ]);
  const refused = ERROR_CODES.find((code) => code === params.refused);
  const change = (step: "when" | "event") => ({ href: stepHref(locale, step, wish), label: t("change") });
  return (
    <StepFrame locale={locale} step="review" wish={wish} title={t("title")} lead={t("lead")}>
      {hold ? <LiveHold locale={locale} now={visit.now} hold={hold} /> : null}
      {refused && refused !== "PRICE_CHANGED" && taken.length === 0 ? (
        <Notice live tone="problem" title={errors(refused)} />
      ) : null}
      <ScriptNeeded locale={locale} phone={venue.phone} />
      <Trouble {...view} locale={locale} step="review" />
      <Section title={t("when")} change={change("when")}>
        <FunctionLines
          locale={locale}
          timeZone={venue.settings.timeZone}
          functions={chosen.map((one) => ({ ...one, name: one.wanted.name }))}
        />
      </Section>
      <Section title={t("event")} change={change("event")}>
        <DraftSummary missing={t("noTitle")} />
        <p className="text-ink-2">
          {event(`types.${wish.eventType ?? "wedding"}`)}
          {DOT}
          {t("guests", { count: wish.guests, guests: formatNumber(wish.guests, locale) })}
        </p>
      </Section>
      {priced ? (
        <>
          <Section title={t("price")} change={{ href: stepHref(locale, "extras", wish), label: t("changeExtras") }}>
            <PriceSummary locale={locale} priced={priced} terms={venue.paymentTerms} />
          </Section>
          <Section title={t("terms")}>
            <TermsSummary locale={locale} cancellation={venue.cancellationTerms} text={venue.termsText} />
          </Section>
        </>
      ) : null}
      {priced && taken.length === 0 ? (
        // Another price asks again: the box is empty.
        <ConfirmHold
          key={priced.quote.totalPaise}
          wish={holdWishOf(view)}
          isSignedIn={visit.person?.name !== undefined && visit.person.name !== null}
          loginHref={stepHref(locale, "login", wish)}
          eventHref={stepHref(locale, "event", wish)}
          bookingsPath={localePath(locale, "/bookings")}
          total={<TotalWords quote={priced.quote} locale={locale} />}
          words={{
            accept: t("accept"),
            acceptFirst: t("acceptFirst"),
            hold: hold ? t("holdAgain") : t("hold"),
            holding: t("holding"),
            logIn: t("logIn"),
            offline: t("offline"),
            refused: errors("INVALID_INPUT"),
          }}
        />
      ) : null}
    </StepFrame>
  );
}
