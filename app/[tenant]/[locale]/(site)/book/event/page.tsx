import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EventDetails } from "@/components/booking/event-details";
import { LiveHold } from "@/components/booking/live-hold";
import { ScriptNeeded } from "@/components/booking/script-needed";
import { StepFrame } from "@/components/booking/step-frame";
import { Trouble } from "@/components/booking/trouble";
import { type SearchParams, stepHref } from "@/components/booking/wish";
import { WishStep } from "@/components/booking/wish-step";
import { Select } from "@/components/ui/select";
import { TextField, wholeNumber } from "@/components/ui/text-field";
import { eventTypes } from "@/lib/core/event-names";
import { formatNumber } from "@/lib/core/money";
import { digits } from "@/lib/i18n/plain-text";
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
      <WishStep
        locale={locale}
        step="event"
        next={{ step: "extras", label: t("next") }}
        wish={wish}
        edits={["guests", "type"]}
        quote={priced?.quote ?? null}
      >
        <div className="grid grid-cols-1 gap-5">
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
            {...wholeNumber}
            title={t("guestsWrong")}
            required
            defaultValue={wish.guests ? digits(wish.guests, locale) : ""}
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
      </WishStep>
    </StepFrame>
  );
}
