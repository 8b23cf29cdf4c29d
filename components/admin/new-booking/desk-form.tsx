"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextArea, TextField } from "@/components/ui/text-field";
import type { Desk, DeskVenue } from "@/lib/bookings/types";
import type { Actor } from "@/lib/core/actor";
import { discountOf, mostDiscount } from "@/lib/core/discount";
import type { LocalDate } from "@/lib/core/local-date";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { mayDo } from "@/lib/core/permissions";
import { fill } from "@/lib/i18n/plain-text";
import { CustomerFields } from "./customer-fields";
import { deskQuote } from "./desk-quote";
import { blankFunction, countOf, type DraftFunction, type Field, paiseOf } from "./draft";
import { firstDraft, handMethodsOf, type Preset } from "./first-draft";
import { formKeys } from "./form-keys";
import { FunctionFields } from "./function-fields";
import { PricePanel } from "./price-panel";
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
  const venue = props.desk.venues.find(({ id }) => id === props.preset.venueId) ?? props.desk.venues[0];
  if (!venue) return <Notice title={props.words.noVenue} />;
  return (
    <QueryClientProvider client={client}>
      <Form
        key={turn}
        {...props}
        first={venue}
        isPreset={turn === 0 && hasPreset(props.preset)}
        onAnother={() => setTurn(turn + 1)}
      />
    </QueryClientProvider>
  );
}

const hasPreset = (preset: Preset) => Object.values(preset).some((value) => value !== undefined);

type FormProps = Props & { first: DeskVenue; isPreset: boolean; onAnother: () => void };

function Form({ desk, times, preset, actor, today, language, locale, words, first, isPreset, onAnother }: FormProps) {
  const blank = firstDraft(desk, first, isPreset ? preset : {}, language, today);
  const { draft, state, complaints, change, save } = useDesk(blank, isPreset, words);
  const venue = desk.venues.find(({ id }) => id === draft.venueId) ?? first;
  const muhurat = useMuhurat(venue.id, draft.functions);
  const quote = deskQuote(draft, venue, muhurat);
  const beforePaise = quote ? quote.totalPaise + discountOf(quote.lines) : 0;
  const mostPaise = mostDiscount(actor, beforePaise, desk.limits);
  const isTooMuch = quote !== null && (paiseOf(draft.discount) ?? 0) > mostPaise;

  // The first key that is pressed is the phone's.
  useEffect(() => document.getElementById("desk-phone")?.focus(), []);

  if (state.kind === "taken") {
    const { timeZone } = venue.settings;
    return <Taken {...state} {...{ timeZone, words, locale, onAnother }} />;
  }

  const said = (field: Field) => {
    const complaint = complaints[field];
    return complaint && words.fields[complaint];
  };
  const changeFunction = (index: number, part: Partial<DraftFunction>) =>
    change({ functions: draft.functions.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  const [main] = draft.functions;
  const title = [main ? words.functions[main.name] : "", draft.name.trim()].filter(Boolean).join(" – ");
  const seats = Math.max(...venue.spaces.map(({ capacity }) => capacity));

  return (
    <form
      method="post"
      noValidate
      className="grid items-start gap-6 pb-24 lg:grid-cols-[minmax(0,1fr)_22rem] lg:pb-0"
      onKeyDown={formKeys}
      onSubmit={(event) => {
        event.preventDefault();
        void save({ totalPaise: quote?.totalPaise ?? 0, advancePaise: quote?.advancePaise ?? 0, title });
      }}
    >
      <div className="grid gap-6">
        <Part title={words.customer}>
          <CustomerFields
            {...{ draft, words, locale, change }}
            complaints={{ phone: said("phone"), name: said("name"), email: said("email") }}
          />
        </Part>
        <Part title={words.event}>
          {desk.venues.length > 1 ? (
            <Select
              label={words.venue}
              value={draft.venueId}
              onChange={({ target }) =>
                change({
                  venueId: target.value,
                  extras: {},
                  functions: draft.functions.map((one) => ({ ...one, spaceId: "", slotId: null })),
                })
              }
            >
              {desk.venues.map(({ id, name }) => (
                <option key={id} value={id}>
                  {textIn(name, locale)}
                </option>
              ))}
            </Select>
          ) : null}
          {draft.functions.map((one, index) => (
            <div key={one.key} className={index > 0 ? "border-rule border-t pt-4" : ""}>
              <FunctionFields
                {...{ index, one, venue, times, today, words, locale }}
                guests={countOf(draft.guests) ?? 1}
                complaints={{ date: said(`date${index}`), session: said(`session${index}`) }}
                onChange={(part) => changeFunction(index, part)}
                onRemove={
                  draft.functions.length > 1
                    ? () => change({ functions: draft.functions.filter((_, at) => at !== index) })
                    : null
                }
              />
            </div>
          ))}
          {draft.functions.length < 10 ? (
            <Button
              tone="secondary"
              className="justify-self-start"
              onClick={() => change({ functions: [...draft.functions, blankFunction("reception")] })}
            >
              {words.addFunction}
            </Button>
          ) : null}
          <div className="grid gap-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <TextField
              id="desk-guests"
              label={words.guests}
              inputMode="numeric"
              autoComplete="off"
              value={draft.guests}
              error={said("guests") ?? ((countOf(draft.guests) ?? 0) > seats ? words.tooMany : undefined)}
              onChange={({ target }) => change({ guests: target.value })}
            />
            <TextField
              id="desk-title"
              label={words.eventTitle}
              optional={words.optional}
              placeholder={title}
              maxLength={120}
              autoComplete="off"
              value={draft.title}
              onChange={({ target }) => change({ title: target.value })}
            />
          </div>
          <Extras
            venue={venue}
            extras={draft.extras}
            {...{ words, locale }}
            onChange={(extras) => change({ extras })}
          />
          <TextArea
            label={words.wishes}
            optional={words.optional}
            rows={2}
            maxLength={2000}
            value={draft.wishes}
            onChange={({ target }) => change({ wishes: target.value })}
          />
        </Part>
      </div>
      <div className="grid gap-6 lg:sticky lg:top-4">
        <Part title={words.price}>
          <PricePanel
            {...{ draft, quote, mostPaise, isTooMuch, words, locale, change }}
            complaints={{ discount: said("discount"), reason: said("reason") }}
          />
        </Part>
        <Part title={words.standingTitle}>
          <StandingFields
            {...{ draft, today, words, locale, change }}
            advancePaise={quote?.advancePaise ?? 0}
            methods={handMethodsOf(desk)}
            maySkipAdvance={mayDo(actor, "booking.sure-without-advance")}
            complaints={{ amount: said("amount"), reference: said("reference"), until: said("until") }}
          />
        </Part>
        {state.kind === "refused" ? <Notice live tone="problem" title={state.message} /> : null}
        <div className="fixed inset-x-0 bottom-14 z-20 flex items-center justify-between gap-3 border-rule border-t bg-card px-4 py-2 md:bottom-0 lg:static lg:grid lg:border-0 lg:bg-transparent lg:p-0">
          <p aria-live="polite" className="font-semibold whitespace-nowrap lg:text-[1.25rem]">
            {quote ? formatMoney(quote.totalPaise, locale) : ""}
          </p>
          <Button type="submit" size="lg" aria-disabled={state.kind === "saving"} className="lg:w-full">
            {state.kind === "saving" ? words.saving : words.saves[draft.standing]}
          </Button>
          <p className="text-[0.9375rem] text-ink-2 max-lg:sr-only">{words.termsTold}</p>
        </div>
      </div>
    </form>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-4">
      <h2 className="border-rule-2 border-b pb-1 text-xl">{title}</h2>
      {children}
    </section>
  );
}

type ExtrasProps = {
  venue: DeskVenue;
  extras: Record<string, string>;
  words: DeskWords;
  locale: Locale;
  onChange: (extras: Record<string, string>) => void;
};

function Extras({ venue, extras, words, locale, onChange }: ExtrasProps) {
  if (venue.addOns.length === 0) return null;
  return (
    <details open={Object.values(extras).some(Boolean)} className="rounded-card border border-rule px-4">
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{words.extras}</summary>
      <div className="grid gap-3 pb-4 sm:grid-cols-2">
        {venue.addOns.map((addOn) => (
          <TextField
            key={addOn.id}
            label={textIn(addOn.name, locale)}
            hint={fill(words.extraUnits[addOn.unit], { price: formatMoney(addOn.unitPricePaise, locale) })}
            inputMode="numeric"
            autoComplete="off"
            value={extras[addOn.id] ?? ""}
            onChange={({ target }) => onChange({ ...extras, [addOn.id]: target.value })}
          />
        ))}
      </div>
    </details>
  );
}
