import type { AddressInfo } from "node:net";
import net from "node:net";
import type { Page } from "@playwright/test";
import { adminPage, MANAGER } from "./support/admin";
import { expect, test } from "./support/fixtures";
import { untilReady } from "./support/ready";
import { say, saying } from "./support/words";

/** A line to the site that can be cut: the browser's own offline mode does not reach a worker that starts later. */
async function openLine() {
  const site = Number(new URL(process.env.E2E_URL ?? "").port);
  const open = new Set<net.Socket>();
  let isCut = false;
  const server = net.createServer((near) => {
    if (isCut) return void near.destroy();
    const far = net.connect(site, "127.0.0.1");
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    url: (path: string) => `http://localhost:${port}${path}`,
    cut,
    mend: () => {
      isCut = false;
    },
    close: () => {
      cut();
      server.close();
    },
  };
}

/** Until the worker has fetched today and the diary, with what they look like. */
async function untilKept(page: Page): Promise<void> {
  const kept = () =>
    page.evaluate(async () => {
      if (!(await caches.has("mandap-admin-pages"))) return [];
      const all = await (await caches.open("mandap-admin-pages")).keys();
      return all.map(({ url }) => new URL(url).pathname);
    });
  await expect.poll(kept, { timeout: 45_000 }).toEqual(expect.arrayContaining(["/en/admin", "/en/admin/diary"]));
}

test("without a connection today and the diary are read, and say as of when; with one again they are fresh", async ({
  browser,
}) => {
  const line = await openLine();
  const page = await adminPage(browser, "en", MANAGER);
  await page.goto(line.url("/en/admin"));
  const bar = page.getByRole("status").filter({ hasText: saying("en", "admin.offlineBar") });
  await expect(bar).toBeHidden();
  await untilKept(page);

  line.cut();
  await page.goto(line.url("/en/admin"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("en", "admin.today.title"));
  await expect(bar).toBeVisible();
  await page.goto(line.url("/en/admin/diary"));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(bar).toBeVisible();
  // Any other room leads back to today.
  await page.goto(line.url("/en/admin/requests"));
  await expect(page).toHaveURL(/\/en\/admin$/);
  await expect(bar).toBeVisible();

  line.mend();
  await expect(bar).toBeHidden({ timeout: 30_000 });
  await page.context().close();
  line.close();
});

test("a page that is on show says so when the connection goes, and stops when it comes back", async ({ browser }) => {
  const line = await openLine();
  const page = await adminPage(browser, "en", MANAGER);
  await page.goto(line.url("/en/admin/bookings?when=all"));
  const bar = page.getByRole("status").filter({ hasText: saying("en", "admin.offlineBar") });
  await untilReady(page);
  await expect(bar).toBeHidden();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.context().setOffline(true);
  await expect(bar).toBeInViewport({ timeout: 2_000 });
  // On a line that has just come back the first call is often lost.
  const back = Date.now();
  await page.route("**/manifest.webmanifest", (route) =>
    Date.now() - back < 600 ? route.abort("internetdisconnected") : route.continue(),
  );
  await page.context().setOffline(false);
  await page.waitForTimeout(700);
  await expect(bar).toBeHidden({ timeout: 2_300 });
  await page.unroute("**/manifest.webmanifest");

  // A line that is dead without the browser noticing.
  line.cut();
  await expect(bar).toBeInViewport({ timeout: 25_000 });
  expect(page.url()).toBe(line.url("/en/admin/bookings?when=all"));
  line.mend();
  await expect(bar).toBeHidden({ timeout: 25_000 });
  await page.context().close();
  line.close();
});

test("what is kept goes with the login, and nothing public is ever kept", async ({ browser }) => {
  const line = await openLine();
  const page = await adminPage(browser, "en", MANAGER);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(line.url("/en/admin"));
  await untilKept(page);
  await page.goto(line.url("/en"));
  const files = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(files.filter((path) => !/^\/(_next\/static\/|en\/admin|admin-worker\.state)/.test(path))).toEqual([]);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();

  await page.goto(line.url("/en/admin"));
  await page.getByRole("button", { name: say("en", "account.signOut") }).click();
  await expect(page).toHaveURL(/\/en\/login/);
  await expect.poll(() => page.evaluate(() => caches.has("mandap-admin-pages"))).toBe(false);
  line.cut();
  await expect(page.goto(line.url("/en/admin"))).rejects.toThrow();
  await page.context().close();
  line.close();
});

test("the dashboard can be installed under the hall's name, public pages cannot", async ({ request }) => {
  const manifest = await (await request.get("/manifest.webmanifest?lang=mr")).json();
  expect(manifest).toMatchObject({ start_url: "/mr/admin", display: "standalone", lang: "mr" });
  expect(manifest.name.length).toBeGreaterThan(3);
  for (const { src } of manifest.icons) {
    const icon = await request.get(src);
    expect([src, icon.status(), icon.headers()["content-type"]]).toEqual([src, 200, "image/png"]);
  }
  const home = await (await request.get("/en")).text();
  expect(home.includes('rel="manifest"')).toBe(false);
});
