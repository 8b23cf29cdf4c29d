import { expectAccessible } from "./support/axe";
import { expect, test } from "./support/fixtures";

for (const [width, colorScheme] of [
  [390, "light"],
  [1280, "dark"],
] as const) {
  test(`the API's reference is one page without a script, ${width} px wide and ${colorScheme}`, async ({ page }) => {
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const answer = await page.goto("/api/v1/docs");
    expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
    const { paths } = await (await page.request.get("/api/v1/openapi.json")).json();
    const names = Object.values<Record<string, { operationId: string }>>(paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(await page.locator("article[id] .place").count()).toBe(names.length);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);

    // From the contents to an operation, and from its errors to what they mean.
    if (width < 1000) await page.getByText("Contents", { exact: true }).click();
    await page.getByRole("navigation").getByRole("link", { name: "Holds a slot", exact: true }).click();
    await expect(page.locator("#createBooking")).toBeInViewport();
    await page.locator("#createBooking").getByRole("link", { name: "SLOT_TAKEN" }).click();
    await expect(page.locator("#code-SLOT_TAKEN")).toBeInViewport();
    await expectAccessible(page);
    expect(loaded.filter((url) => !url.includes("/api/v1/"))).toEqual([]);
  });
}
