import type { Permission } from "@/lib/core/permissions";
import type { Messages } from "@/lib/i18n/load-messages";

export type SetupWords = Messages["admin"]["setup"] & { offline: string };
export type SectionKey = keyof Messages["admin"]["setup"]["sections"];

/** The rooms of the set-up, in the order in which a hall is set up. `isHall`: of the hall, not of one of its venues. */
export const SECTIONS = [
  { key: "venue", path: "venue" },
  { key: "spaces", path: "spaces" },
  { key: "sessions", path: "sessions" },
  { key: "prices", path: "prices" },
  { key: "extras", path: "extras" },
  { key: "booking", path: "booking" },
  { key: "policies", path: "policies" },
  { key: "closed", path: "closed-days" },
  { key: "muhurat", path: "muhurat" },
  { key: "hall", path: "hall", isHall: true },
  { key: "payments", path: "payments", isHall: true },
] as const satisfies readonly { key: SectionKey; path: string; permission?: Permission; isHall?: boolean }[];
