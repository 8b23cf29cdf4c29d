import { expect, test, vi } from "vitest";
import { withoutPostgres } from "@/db/testing/broken-database";
import { loadMessages } from "@/lib/i18n/load-messages";

/** What the browser sends along with an action of this page. */
const asked = vi.hoisted(() => ({ headers: new Headers(), cookie: "" }));
vi.mock("next/headers", () => ({
  headers: async () => asked.headers,
  cookies: async () => ({ get: (name: string) => (name === "NEXT_LOCALE" ? { value: asked.cookie } : undefined) }),
}));
vi.mock("next/navigation", () => ({ notFound: () => Promise.reject(new Error("not found")) }));
const { actionClient } = await import("./action-client");

const act = actionClient.action(async () => "done");

test.each(["mr", "hi", "en"] as const)(
  "an action that does not even find its hall, Postgres being away, says so in the page's language (%s)",
  (locale) =>
    withoutPostgres(async () => {
      asked.headers = new Headers({ host: "unasked.localhost", "x-next-intl-locale": locale, "accept-language": "ta" });
      const { serverError } = (await act()) ?? {};
      expect(serverError).toMatchObject({ code: "BUSY", message: (await loadMessages(locale)).errors.BUSY });
    }),
);
