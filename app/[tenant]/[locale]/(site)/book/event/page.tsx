import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EventDetails } from "@/components/booking/event-details";
import { LiveForm } from "@/components/booking/live-form";
import { LiveHold } from "@/components/booking/live-hold";
import { ScriptNeeded } from "@/components/booking/script-needed";
import { StepFrame } from "@/components/booking/step-frame";
import { TotalBar } from "@/components/booking/total-bar";
import { Trouble } from "@/components/booking/trouble";
import { type SearchParams, STEP_PATHS, stepHref } from "@/components/booking/wish";
import { WishFields } from "@/components/booking/wish-fields";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { eventTypes } from "@/lib/bookings/input";
import { formatNumber } from "@/lib/core/money";
import { localePath } from "@/lib/i18n/paths";
import { loadStep } from "../load-step";
import { stepMetadata } from "../step-metadata";

type Props = { searchParams: Promise<SearchParams> };

export const generateMetadata = (): Promise<Metadata> => stepMetadata("event");

export default async function EventPage({ searchParams }: Props) {
  const view = await loadStep(searchParams);
  const { visit, venue, wish, priced, hold } = view;
  const { locale } = visit;
  if (wish.functions.length === 0) redirect(stepHref(locale, "when", wish));
  const t = await getTranslations({ locale, namespace: "booking.event" });
  const seats = Math.max(
    ...venue.spaces
      .filter((space) => wish.functions.some((one) => one.spaceId === space.id))
      .map((one) => one.capacity),
    0,
  );
  return (
    <StepFrame locale={locale} step="event" wish={wish} title={t("title")} lead={t("lead")}>
      {hold ? <LiveHold locale={locale} now={visit.now} hold={hold} /> : null}
      <ScriptNeeded locale={locale} phone={venue.phone} />
      <Trouble {...view} locale={locale} step="event" />
      <LiveForm id="wish" action={localePath(locale, STEP_PATHS.extras)} here={localePath(locale, STEP_PATHS.event)}>
        <WishFields wish={wish} except={["guests", "type"]} />
        <div className="grid gap-5">
          <Select label={t("type")} name="type" defaultValue={wish.eventType ?? "wedding"}>
            {eventTypes.map((type) => (
              <option key={type} value={type}>
                {t(`types.${type}`)}
              </option>
            ))}
          </Select>
          <TextField
            label={t("guests")}
            hint={t("guestsHint", { seats: formatNumber(seats, locale) })}
            name="guests"
            type="number"
            inputMode="numeric"
            min={1}
            max={100_000}
            step={1}
            required
            defaultValue={wish.guests ?? ""}
          />
          <EventDetails
            held={hold ? { title: hold.eventTitle, wishes: hold.specialRequests ?? "" } : null}
            words={{
              title: t("name"),
              titleHint: t("nameHint"),
              wishes: t("wishes"),
              wishesHint: t("wishesHint"),
              optional: t("optional"),
              stays: t("stays"),
            }}
          />
        </div>
      </LiveForm>
      <TotalBar quote={priced?.quote ?? null} locale={locale}>
        <Button type="submit" form="wish" size="lg">
          {t("next")}
        </Button>
      </TotalBar>
    </StepFrame>
  );
}
