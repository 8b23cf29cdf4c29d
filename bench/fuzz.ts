import { closePool } from "../db/client";
import { loggedIn, makeKey } from "../db/testing/call-api";
import { makeHall, makeUser } from "../db/testing/make-tenant";
import { scopesOf } from "../lib/core/permissions";
import { ask } from "../local/testing/ask";
import { parseDocument } from "../local/testing/openapi/document";
import { fuzz } from "../local/testing/openapi/fuzz";
import { makeWorld } from "../local/testing/openapi/world";
import { running, startSite } from "./site";

/**
 * Calls the API of a hall in ways that nobody meant, over HTTP, on the production build. Its last line is a report as JSON.
 * FUZZ_RUNS: how many calls; FUZZ_SEED: which; FUZZ_DIR: a site that runs already.
 */
const RUNS = Number(process.env.FUZZ_RUNS ?? 1_000);
const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const PLACE = {
  dir: ".local-fuzz",
  env: { API_RATE_LIMIT_PER_MINUTE: "1000000" },
  ports: {
    ...{ PORT: "3410", LOCAL_POSTGRES_PORT: "5843", LOCAL_UPSTASH_PORT: "8489" },
    ...{ LOCAL_RAZORPAY_PORT: "8488", LOCAL_INBOX_PORT: "8435" },
  },
};

const site = await (process.env.FUZZ_DIR ? running(process.env.FUZZ_DIR) : startSite(PLACE));
try {
  Object.assign(process.env, site.env);
  const { tenant } = await makeHall();
  const { tenant: elsewhere } = await makeHall();
  const owner = await makeKey(tenant, scopesOf("owner"));
  const keys = [
    owner,
    owner,
    owner,
    owner,
    await makeKey(tenant, ["booking.read"]),
    await makeKey(elsewhere, scopesOf("owner")),
  ];
  const people = [await makeUser(tenant.id), await makeUser(tenant.id, "owner"), await makeUser(tenant.id, "staff")];
  const sessions = await Promise.all(people.map(({ id }) => loggedIn(tenant, id)));
  const host = `${tenant.slug}.localhost:${site.port}`;
  const { status, body } = await ask(site.port, { path: "/api/v1/openapi.json", headers: { host } });
  if (status !== 200) throw new Error(`the document was ${status}`);
  const world = await makeWorld({ port: site.port, host, key: owner });
  const place = {
    ...{ ...world, port: site.port, host, document: parseDocument(JSON.parse(body)) },
    keys: keys.map((key) => `Bearer ${key}`),
    cookies: sessions.map(({ cookie = "" }) => cookie),
  };
  console.log(`seed ${SEED}`);
  const found = await fuzz(place, { runs: RUNS, seed: SEED });
  console.log(JSON.stringify({ seed: SEED, ...found }));
} finally {
  await closePool().catch(() => undefined);
  await site.stop();
}
