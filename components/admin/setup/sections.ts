import type { Actor } from "@/lib/core/actor";
import { mayDo, type Permission } from "@/lib/core/permissions";
import type { Messages } from "@/lib/i18n/load-messages";

export type SetupWords = Messages["admin"]["setup"] & { offline: string };
export type SectionKey = keyof Messages["admin"]["setup"]["sections"];

type Section = { key: SectionKey; path: string; permission?: Permission };

/** The rooms of the set-up, in the order in which a hall is set up. */
const SECTIONS: readonly Section[] = [
  { key: "venue", path: "venue" },
  { key: "spaces", path: "spaces" },
  { key: "sessions", path: "sessions" },
  { key: "prices", path: "prices" },
  { key: "extras", path: "extras" },
  { key: "booking", path: "booking" },
  { key: "policies", path: "policies" },
  { key: "closed", path: "closed-days" },
  { key: "muhurat", path: "muhurat" },
  { key: "hall", path: "hall" },
  { key: "payments", path: "payments" },
  { key: "keys", path: "keys", permission: "key.write" },
];

/** Those that somebody may enter. */
export const sectionsOf = (actor: Actor): readonly Section[] =>
  SECTIONS.filter(({ permission }) => !permission || mayDo(actor, permission));
