import { randomInt } from "node:crypto";
import { API_SCOPES } from "../lib/core/permissions";
import { ask } from "../local/testing/ask";
import { parseDocument } from "../local/testing/openapi/document";
import { fuzz } from "../local/testing/openapi/fuzz";
import { makeWorld } from "../local/testing/openapi/world";
import { sessionOf } from "./support/admin";
import { apiKey } from "./support/api";
import { expect, freshPhone, test } from "./support/fixtures";

/** The other demo hall: what is done to it no other test sees. */
const HALL = "nanded";
const CALLS = 400;

test("whatever it is sent, the API answers as its document says, and never with 5xx", async () => {
  test.setTimeout(480_000);
  const { port } = new URL(process.env.E2E_URL ?? "");
  const place = { port: Number(port), host: `${HALL}.localhost:${port}` };
  const owner = await apiKey(API_SCOPES, HALL);
  const keys = [owner, owner, owner, await apiKey(["booking.read"], HALL), await apiKey(API_SCOPES)];
  const sessions = [await sessionOf(freshPhone(), HALL), await sessionOf(freshPhone())];
  const { body } = await ask(place.port, {
    path: "/api/v1/openapi.json",
    headers: { host: place.host },
  });
  const world = {
    ...(await makeWorld({ ...place, key: owner })),
    ...{ ...place, document: parseDocument(JSON.parse(body)) },
    keys: keys.map((key) => `Bearer ${key}`),
    cookies: sessions.map((session) => `mandap.session=${session}`),
  };
  const seed = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31));
  console.log(`seed ${seed}`);
  expect((await fuzz(world, { runs: CALLS, seed })).calls).toBe(CALLS);
});
