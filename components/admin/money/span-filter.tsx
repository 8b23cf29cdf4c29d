import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { LocalDate } from "@/lib/core/local-date";
import { PAYMENT_METHODS } from "@/lib/core/payment-method";
import type { Messages } from "@/lib/i18n/load-messages";
import type { MethodWords } from "./method-choice";

export type VenueOption = { id: string; name: string };

type Props = {
  path: string;
  from: LocalDate;
  to: LocalDate;
  venueId: string | undefined;
  venues: readonly VenueOption[];
  /** Left out where a list knows no ways of paying. */
  method?: { chosen: string | undefined; words: MethodWords };
  words: Messages["admin"]["money"];
};

/** Days, venue and way of paying, all in the address. */
export function SpanFilter({ path, from, to, venueId, venues, method, words }: Props) {
  return (
    <Form action={path} className="mb-4 flex flex-wrap items-end gap-3 print:hidden">
      <TextField type="date" name="from" defaultValue={from} label={words.from} />
      <TextField type="date" name="to" defaultValue={to} label={words.to} />
      {method ? (
        <Select name="method" defaultValue={method.chosen ?? ""} label={words.method}>
          <option value="">{words.allMethods}</option>
          {PAYMENT_METHODS.map((each) => (
            <option key={each} value={each}>
              {method.words[each]}
            </option>
          ))}
        </Select>
      ) : null}
      <VenueSelect venues={venues} chosen={venueId} words={words} />
      <Button type="submit" tone="secondary" className="min-h-12">
        {words.show}
      </Button>
    </Form>
  );
}

type VenueProps = { venues: readonly VenueOption[]; chosen: string | undefined; words: Props["words"] };

/** A hall with one venue is not asked. */
export function VenueSelect({ venues, chosen, words }: VenueProps) {
  if (venues.length < 2) return null;
  return (
    <Select name="venue" defaultValue={chosen ?? ""} label={words.venue}>
      <option value="">{words.allVenues}</option>
      {venues.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
