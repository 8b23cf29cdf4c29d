import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ExtrasList } from "@/components/booking/extras-list";
import { LiveForm } from "@/components/booking/live-form";
import { LiveHold } from "@/components/booking/live-hold";
import { StepFrame } from "@/components/booking/step-frame";
import { TotalBar } from "@/components/booking/total-bar";
import { Trouble } from "@/components/booking/trouble";
import { type SearchParams, STEP_PATHS, stepHref } from "@/components/booking/wish";
import { WishFields } from "@/components/booking/wish-fields";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { localePath } from "@/lib/i18n/paths";
import { loadStep } from "../load-step";
import { stepMetadata } from "../step-metadata";

type Props = { searchParams: Promise<SearchParams> };

export const generateMetadata = (): Promise<Metadata> => stepMetadata("extras");

export default async function ExtrasPage({ searchParams }: Props) {
  const view = await loadStep(searchParams);
  const { visit, venue, wish, priced, hold } = view;
  const { locale } = visit;
  if (wish.functions.length === 0) redirect(stepHref(locale, "when", wish));
  if (wish.guests === null) redirect(stepHref(locale, "event", wish));
  const t = await getTranslations({ locale, namespace: "booking.extras" });
  return (
    <StepFrame locale={locale} step="extras" wish={wish} title={t("title")} lead={t("lead")}>
      {hold ? <LiveHold locale={locale} now={visit.now} hold={hold} /> : null}
      <Trouble {...view} locale={locale} step="extras" />
      <LiveForm id="wish" action={localePath(locale, STEP_PATHS.review)} here={localePath(locale, STEP_PATHS.extras)}>
        <WishFields wish={wish} except={["with", "q"]} />
        {venue.addOns.length === 0 ? (
          <Notice title={t("none")} />
        ) : (
          <ExtrasList locale={locale} addOns={venue.addOns} wish={wish} />
        )}
      </LiveForm>
      <TotalBar quote={priced?.quote ?? null} locale={locale}>
        <Button type="submit" form="wish" size="lg">
          {t("next")}
        </Button>
      </TotalBar>
    </StepFrame>
  );
}
