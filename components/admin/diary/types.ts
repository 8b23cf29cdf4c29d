import type { CSSProperties } from "react";
import type { DiaryBar, DiarySlot, DiarySpace } from "@/lib/core/diary";
import type { LocalDate } from "@/lib/core/local-date";
import type { Locale, LocalText } from "@/lib/core/locale";
import type { Messages } from "@/lib/i18n/load-messages";

/** A venue as its diary needs it. */
export type DiaryVenue = {
  id: string;
  name: LocalText;
  spaces: DiarySpace[];
  slots: DiarySlot[];
  setupMinutes: number;
  cleanupMinutes: number;
  /** Whether the hall's people may book times of their own beside the sessions. */
  hasOwnTimes: boolean;
};

export type DiaryWords = Messages["admin"]["diary"] & {
  left: Messages["admin"]["requests"];
  functions: Messages["booking"]["functions"];
  clock: Messages["calendar"]["time"];
  noAnswer: string;
};

/** What every part of the diary needs to write down a date, a place or a status. */
export type DiaryLook = { locale: Locale; words: DiaryWords; venue: DiaryVenue; today: LocalDate };

/** Where a function is to go. */
export type Place =
  | { spaceId: string; slotId: string; date: LocalDate }
  | { spaceId: string; startsAt: string; endsAt: string };

export type Move = { bar: DiaryBar; to: Place };

/** A cell of the grid: a space on a day. */
export type Cell = { spaceId: string; date: LocalDate };

/** What diary.css places things by. */
export type DiaryStyle = CSSProperties & Record<`--${string}`, number>;
