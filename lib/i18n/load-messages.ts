import type { Locale } from "@/lib/core/locale";
import type en from "./messages/en.json";

export type Messages = typeof en;

/** The words of one language; the test beside this file keeps the three in step, so one type describes all. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  switch (locale) {
    case "en":
      return (await import("./messages/en.json")).default;
    case "hi":
      return (await import("./messages/hi.json")).default;
    case "mr":
      return (await import("./messages/mr.json")).default;
    default:
      return locale satisfies never;
  }
}
