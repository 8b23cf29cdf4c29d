import type { Messages } from "@/lib/i18n/load-messages";

/** The words of the login. A page passes `(await loadMessages(locale)).account`: no translator goes to the browser. */
export type AccountStrings = Messages["account"];
