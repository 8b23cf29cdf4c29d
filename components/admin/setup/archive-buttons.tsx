"use client";

import type { Locale } from "@/lib/core/locale";
import { archiveAddOnAction, archiveSlotAction, archiveSpaceAction } from "@/lib/venues/actions";
import { ChangeButton } from "./change-button";
import type { SetupWords } from "./sections";

type Props = { words: SetupWords; locale: Locale; venueId: string; id: string; about: string };

const shared = ({ words, locale, about }: Props) => ({
  ...{ words, locale, about, label: words.archive, confirm: words.archive, done: words.archived },
});

export function ArchiveSpace(props: Props) {
  const change = { venueId: props.venueId, spaceId: props.id };
  return <ChangeButton {...shared(props)} run={(preview) => archiveSpaceAction({ preview, change })} />;
}

export function ArchiveSlot(props: Props) {
  const change = { venueId: props.venueId, slotId: props.id };
  return <ChangeButton {...shared(props)} run={(preview) => archiveSlotAction({ preview, change })} />;
}

export function ArchiveExtra(props: Props) {
  const change = { venueId: props.venueId, addOnId: props.id };
  return <ChangeButton {...shared(props)} run={(preview) => archiveAddOnAction({ preview, change })} />;
}
