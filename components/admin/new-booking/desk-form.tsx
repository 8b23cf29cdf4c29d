"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { Desk, DeskVenue } from "@/lib/bookings/types";
import type { Actor } from "@/lib/core/actor";
import { discountOf, mostDiscount } from "@/lib/core/discount";
import type { LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { mayDo } from "@/lib/core/permissions";
import { CustomerFields } from "./customer-fields";
import { deskQuote } from "./desk-quote";
import { DiscountFields } from "./discount-fields";
import { type Field, paiseOf } from "./draft";
import { EventFields } from "./event-fields";
import { firstDraft, type Preset } from "./first-draft";
import { formKeys } from "./form-keys";
import { keepDraft } from "./kept-draft";
import { MoreFields } from "./more-fields";
import { Part } from "./part";
import { PriceSide } from "./price-side";
import { StandingFields } from "./standing-fields";
import { Taken } from "./taken";
import { useDesk } from "./use-desk";
import { useMuhurat } from "./use-desk-days";
import type { DeskWords } from "./words";

type Props = {
  desk: Desk;
  /** Each session's times in words, by its id. */
  times: Record<string, string>;
  preset: Preset;
  actor: Extract<Actor, { kind: "staff" }>;
  today: LocalDate;
  /** The language that customers of this hall are written to in, until they are known. */
  language: Locale;
  locale: Locale;
  words: DeskWords;
};

/** A booking by phone or at the desk, on one page and by keyboard alone. */
export function DeskForm(props: Props) {
  const [client] = useState(() => new QueryClient());
  const [turn, setTurn] = useState(0);
  const { desk, preset, words } = props;
  const venue = desk.venues.find(({ id }) => id === preset.venueId) ?? desk.venues[0];
  if (!venue) return <Notice title={words.noVenue} />;
  const isPreset = turn === 0 && Object.values(preset).some((value) => value !== undefined);
  return (
    <QueryClientProvider client={client}>
      <Form key={turn} {...props} first={venue} isPreset={isPreset} onAnother={() => setTurn((before) => before + 1)} />
    </QueryClientProvider>
  );
}

type FormProps = Props & { first: DeskVenue; isPreset: boolean; onAnother: () => void };

function Form({ desk, times, preset, actor, today, language, locale, words, first, isPreset, onAnother }: FormProps) {
  const [blank] = useState(() => firstDraft(desk, first, isPreset ? preset : {}, language, today));
  const { draft, state, complaints, change, save } = useDesk(blank, isPreset, words);
  const venue = desk.venues.find(({ id }) => id === draft.venueId) ?? first;
  const muhurat = useMuhurat(venue.id, draft.functions);
  const quote = deskQuote(draft, venue, muhurat);
  const mostPaise = mostDiscount(actor, quote ? quote.totalPaise + discountOf(quote.lines) : 0, desk.limits);

  // The first key that is pressed is the phone's.
  useEffect(() => document.getElementById("desk-phone")?.focus(), []);

  if (state.kind === "taken") {
    return <Taken {...state} {...{ words, locale, onAnother }} timeZone={venue.settings.timeZone} />;
  }
  const said = (field: Field) => {
    const complaint = complaints[field];
    return complaint && words.fields[complaint];
  };
  const [main] = draft.functions;
  const title = [main ? words.functions[main.name] : "", draft.name.trim()].filter(Boolean).join(" – ");
  const shared = { draft, words, locale, change };
  return (
    <form
      method="post"
      noValidate
      className="grid items-start gap-x-8 gap-y-6 max-lg:pb-24 max-lg:[&_:is(input,select,textarea)]:scroll-mb-44 lg:grid-cols-[minmax(0,1fr)_20rem]"
      onKeyDown={formKeys}
      onSubmit={(event) => {
        event.preventDefault();
        void save({ totalPaise: quote?.totalPaise ?? 0, advancePaise: quote?.advancePaise ?? 0, title });
      }}
    >
      <div className="grid gap-6">
        <Part title={words.customer}>
          <CustomerFields {...shared} complaints={{ phone: said("phone"), name: said("name") }} />
        </Part>
        <Part title={words.event}>
          <EventFields {...shared} {...{ desk, venue, times, today, said }} />
          <MoreFields {...shared} {...{ venue, title }} />
        </Part>
        <Part title={words.standingTitle}>
          <DiscountFields
            {...{ ...shared, mostPaise }}
            isTooMuch={quote !== null && (paiseOf(draft.discount) ?? 0) > mostPaise}
            complaints={{ discount: said("discount"), reason: said("reason") }}
          />
          <StandingFields
            {...{ ...shared, today }}
            advancePaise={quote?.advancePaise ?? null}
            methods={desk.methods}
            maySkipAdvance={mayDo(actor, "booking.sure-without-advance")}
            complaints={{ amount: said("amount"), reference: said("reference"), until: said("until") }}
          />
        </Part>
      </div>
      <PriceSide
        {...{ quote, words, locale }}
        message={state.kind === "refused" ? state.message : null}
        isSaving={state.kind === "saving"}
        onClear={() => {
          keepDraft(null);
          onAnother();
        }}
        saveWord={words.saves[draft.standing]}
      />
    </form>
  );
}
