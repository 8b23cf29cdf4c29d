import { expect, test, vi } from "vitest";
import { loadSite } from "./load-site";

let host = "";
vi.mock("next/headers", () => ({
  headers: async () => ({ get: (name: string) => (name === "host" ? host : null) }),
  cookies: async () => ({ get: () => undefined }),
}));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("not found");
  },
}));
vi.mock("next-intl/server", () => ({ setRequestLocale: () => undefined }));

const load = (asked: string) => {
  host = asked;
  return loadSite(Promise.resolve({ tenant: encodeURIComponent(`~${asked}`), locale: "mr" }));
};

test("a host of nobody is not found; one that could not be looked up is not said to be nobody's", async () => {
  await expect(load("nobody.example")).rejects.toThrow("not found");
  // Postgres refuses to look for a zero character.
  await expect(load("broken\0.example")).rejects.toMatchObject({ code: "INVALID_INPUT" });
});
