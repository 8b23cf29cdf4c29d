import type { ReactNode } from "react";
import { PageHeader } from "@/components/admin/page-header";
import type { SectionKey, SetupWords } from "@/components/admin/setup/sections";
import { VenueChoice } from "@/components/admin/setup/venue-choice";
import { type Locale, textIn } from "@/lib/core/locale";
import type { SetUp } from "@/lib/venues/types";

type Props = {
  section: SectionKey;
  words: SetupWords;
  locale: Locale;
  set?: SetUp;
  more?: ReactNode;
  children: ReactNode;
};

/** A page of the set-up: what it is for, whose it is, and its forms. */
export function Room({ section, words, locale, set, more, children }: Props) {
  const { title, lead } = words.sections[section];
  const venues = set?.venues.map(({ slug, name }) => ({ slug, name: textIn(name, locale) })) ?? [];
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        actions={set ? <VenueChoice label={words.whichVenue} venues={venues} chosen={set.book.venue.slug} /> : more}
      />
      {children}
    </>
  );
}
