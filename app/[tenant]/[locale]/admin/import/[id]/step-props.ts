import type { Messages } from "@/lib/i18n/load-messages";
import type { ImportView } from "@/lib/imports/types";
import type { Venue } from "@/lib/venues/types";
import type { AdminCtx } from "@/lib/web/load-admin";

/** What each step of an import is shown with. */
export type StepProps = {
  ctx: AdminCtx;
  view: ImportView;
  venue: Venue;
  admin: Messages["admin"];
  /** The address of this import. */
  here: string;
  query: { show?: string | string[]; page?: string | string[] };
};
