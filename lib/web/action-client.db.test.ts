import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closePool } from "@/db/client";
import { loadMessages } from "@/lib/i18n/load-messages";

/** What the browser sends along with an action of this page. */
const asked = vi.hoisted(() => ({ headers: new Headers(), cookie: "" }));
vi.mock("next/headers", () => ({
  headers: async () => asked.headers,
  cookies: async () => ({ get: (name: string) => (name === "NEXT_LOCALE" ? { value: asked.cookie } : undefined) }),
}));
vi.mock("next/navigation", () => ({ notFound: () => Promise.reject(new Error("not found")) }));
const { actionClient } = await import("./action-client");
const { env } = await import("@/lib/env");

const real = env().DATABASE_URL;
beforeAll(async () => {
  await closePool();
  env().DATABASE_URL = "postgres://nobody:x@127.0.0.1:9/mandap";
});
afterAll(async () => {
  await closePool();
  env().DATABASE_URL = real;
});

const act = actionClient.action(async () => "done");

test.each(["mr", "hi", "en"] as const)(
  "an action that does not even find its hall, Postgres being away, says so in the page's language (%s)",
  async (locale) => {
    asked.headers = new Headers({ host: "unasked.localhost", "x-next-intl-locale": locale, "accept-language": "ta" });
    const { serverError } = (await act()) ?? {};
    expect(serverError).toMatchObject({ code: "BUSY", message: (await loadMessages(locale)).errors.BUSY });
  },
);
