import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FunctionList } from "@/components/booking/function-list";
import { LiveForm } from "@/components/booking/live-form";
import { LiveHold } from "@/components/booking/live-hold";
import { StepFrame } from "@/components/booking/step-frame";
import { TotalBar } from "@/components/booking/total-bar";
import { Trouble } from "@/components/booking/trouble";
import { type SearchParams, STEP_PATHS, stepHref } from "@/components/booking/wish";
import { WishFields } from "@/components/booking/wish-fields";
import { Button, LinkButton } from "@/components/ui/button";
import { MOST_FUNCTIONS } from "@/lib/core/event-names";
import { textIn } from "@/lib/core/locale";
import { localePath } from "@/lib/i18n/paths";
import { DaySessions } from "./day-sessions";
import { loadStep, type Problem } from "./load-step";
import { readCustomTimes, readPicking, withFunction } from "./picking";
import { stepMetadata } from "./step-metadata";

type Props = { searchParams: Promise<SearchParams> };

export const generateMetadata = (): Promise<Metadata> => stepMetadata("when");

export default async function WhenPage({ searchParams }: Props) {
  const view = await loadStep(searchParams);
  const { visit, venue, wish, chosen, priced, taken, hold } = view;
  const { locale } = visit;
  const params = await searchParams;
  const picking = readPicking(params, wish, venue, visit.now);
  const own = picking && readCustomTimes(params);
  if (own) redirect(stepHref(locale, "when", withFunction(wish, picking.index, own)));
  const t = await getTranslations({ locale, namespace: "booking.when" });
  return (
    <StepFrame locale={locale} step="when" wish={wish} title={t("title")} lead={textIn(venue.name, locale)}>
      {hold ? <LiveHold locale={locale} now={visit.now} hold={hold} /> : null}
      <Trouble {...view} locale={locale} step="when" />
      {chosen.length > 0 ? (
        <LiveForm id="wish" action={localePath(locale, STEP_PATHS.event)} here={localePath(locale, STEP_PATHS.when)}>
          <WishFields wish={wish} except={["f", "as"]} />
          <FunctionList
            locale={locale}
            timeZone={venue.settings.timeZone}
            wish={wish}
            chosen={chosen}
            overlapping={placesOf(view.problem)}
          />
        </LiveForm>
      ) : null}
      {picking ? (
        <DaySessions view={view} picking={picking} />
      ) : chosen.length < MOST_FUNCTIONS ? (
        <LinkButton tone="secondary" href={`${stepHref(locale, "when", wish, { pick: "new" })}#pick`}>
          {t("add")}
        </LinkButton>
      ) : null}
      <TotalBar
        quote={priced?.quote ?? null}
        locale={locale}
        isStopped={wish.functions.length > 0}
        note={taken.length > 0 ? t("takenFirst") : undefined}
      >
        <Button type="submit" form="wish" size="lg" disabled={!priced || taken.length > 0}>
          {t("next")}
        </Button>
      </TotalBar>
    </StepFrame>
  );
}

/** Of two functions that are in each other's way: their places in the wish. */
function placesOf(problem: Problem | null): number[] {
  const places = problem?.code === "FUNCTIONS_OVERLAP" ? problem.details.functions : [];
  return Array.isArray(places) ? places.filter((place) => typeof place === "number") : [];
}
