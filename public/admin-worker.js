// Keeps today and the diary of the dashboard readable without a connection, in the language that it is registered for.
// No public page is in its scope. What it keeps is somebody's work: it goes with their session, at the latest after 8 hours.
const PAGES = "mandap-admin-pages";
const FILES = "mandap-admin-files";
const STATE = "/admin-worker.state";
const SESSION_MS = 8 * 3600 * 1000;
const MOST_FILES = 400;
const AWAY = [502, 503, 504];

/** Raised whenever all is forgotten: a page that was being fetched meanwhile is not kept. */
let round = 0;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const { type, session, pages } = event.data ?? {};
  // Without an answer what is kept stays as it is.
  if (type === "keep") event.waitUntil(keep(session, pages).catch(() => undefined));
  if (type === "forget") event.waitUntil(forget());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(openPage(request, url));
  else if (request.headers.has("rsc")) event.respondWith(goOn(request));
  else if (url.pathname.startsWith("/_next/static/")) event.respondWith(openFile(request));
});

/** From the server; what was kept only where there is no answer. */
async function openPage(request, url) {
  try {
    const response = await fetch(request);
    if (isShut(response)) await forget();
    if (!AWAY.includes(response.status)) return response;
    return (await keptPage(url)) ?? response;
  } catch {
    return (await keptPage(url)) ?? Response.error();
  }
}

/** A click inside the dashboard: it is answered as ever, and tells when the session has ended. */
async function goOn(request) {
  const response = await fetch(request);
  if (response.redirected && isLogin(response.url)) await forget();
  return response;
}

async function openFile(request) {
  const files = await caches.open(FILES);
  try {
    const response = await fetch(request);
    if (response.ok) await files.put(request, response.clone());
    return response;
  } catch {
    return (await files.match(request)) ?? Response.error();
  }
}

/** The page itself, else the diary or today: other rooms cannot be read without a connection. */
async function keptPage(url) {
  const pages = await caches.open(PAGES);
  const state = await (await pages.match(STATE))?.json();
  if (!state) return undefined;
  if (Date.now() > state.until) {
    await forget();
    return undefined;
  }
  const exact = await pages.match(url.pathname + url.search);
  if (exact) return exact;
  const [today, diary] = state.pages;
  const next = url.pathname === diary ? diary : today;
  return url.pathname + url.search !== next && (await pages.match(next)) ? Response.redirect(next, 302) : undefined;
}

/** Fetches the pages once more, and what they need to look as they do. `pages` begins with today and the diary. */
async function keep(session, pages) {
  const cache = await caches.open(PAGES);
  const state = await (await cache.match(STATE))?.json();
  if (state?.session !== session) await forget();
  const began = round;
  const until = state?.session === session ? state.until : Date.now() + SESSION_MS;
  for (const path of pages) {
    const response = await fetch(path, { redirect: "manual", cache: "no-store", headers: { accept: "text/html" } });
    if (isShut(response) || (path === pages[0] && response.status === 404)) return forget();
    if (!response.ok) continue;
    const html = await response.text();
    if (round !== began) return;
    await keepFiles(html);
    const headers = new Headers({ "content-type": "text/html; charset=utf-8" });
    const policy = response.headers.get("content-security-policy");
    if (policy) headers.set("content-security-policy", policy);
    const fresh = await caches.open(PAGES);
    // The page shows by this mark that it is not from the server; it says itself of when it is.
    await fresh.put(path, new Response(html.replace("<html", "<html data-offline"), { headers }));
    await fresh.put(STATE, Response.json({ session, until, pages: pages.slice(0, 2) }));
  }
  if (round !== began) await forget();
}

async function keepFiles(html) {
  const files = await caches.open(FILES);
  const named = new Set(html.match(/\/_next\/static\/[\w./~%@()[\]-]+\.(?:js|css|woff2)/g) ?? []);
  for (const path of named) {
    if (await files.match(path)) continue;
    const response = await fetch(path);
    if (response.ok) await files.put(path, response);
  }
  const all = await files.keys();
  for (const old of all.slice(0, Math.max(0, all.length - MOST_FILES))) await files.delete(old);
}

async function forget() {
  round += 1;
  await caches.delete(PAGES);
}

/** Sent to the login, or told that there is no such page for them: whoever this was is no longer in. */
function isShut(response) {
  return response.type === "opaqueredirect" || response.status === 401 || response.status === 403;
}

function isLogin(address) {
  return new URL(address).pathname.endsWith("/login");
}
