import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ExtrasList } from "@/components/booking/extras-list";
import { LiveHold } from "@/components/booking/live-hold";
import { StepFrame } from "@/components/booking/step-frame";
import { Trouble } from "@/components/booking/trouble";
import { type SearchParams, stepHref } from "@/components/booking/wish";
import { WishStep } from "@/components/booking/wish-step";
import { Notice } from "@/components/ui/notice";
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
      <WishStep
        locale={locale}
        step="extras"
        next={{ step: "review", label: t("next") }}
        wish={wish}
        edits={["with", "q"]}
        quote={priced?.quote ?? null}
      >
        {venue.addOns.length === 0 ? (
          <Notice title={t("none")} />
        ) : (
          <ExtrasList locale={locale} addOns={venue.addOns} wish={wish} />
        )}
      </WishStep>
    </StepFrame>
  );
}
