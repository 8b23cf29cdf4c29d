import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { asPlatform } from "../client";
import { newId } from "../id";
import { pgCode } from "../pg-error";
import { users } from "../schema/people";
import { domains, tenants } from "../schema/tenants";
import { spaceParts, spaces, venues } from "../schema/venues";
import { readHallFile } from "./hall-file";
import { insertHall } from "./insert-venue";
import { tenantIdOf } from "./recipe-ids";

/** The sample's hall, under a name of its own. */
function anand() {
  const slug = `anand-${newId().slice(-12)}`;
  const file = { ...JSON.parse(readFileSync("docs/hall-sample.json", "utf8")), slug, hosts: [`${slug}.example`] };
  return readHallFile(file, 2027);
}

function rowsOf(slug: string) {
  const id = tenantIdOf(slug);
  return asPlatform(async (tx) => ({
    tenants: await tx.$count(tenants, eq(tenants.id, id)),
    domains: await tx.$count(domains, eq(domains.tenantId, id)),
    venues: await tx.$count(venues, eq(venues.tenantId, id)),
    spaces: await tx.$count(spaces, eq(spaces.tenantId, id)),
    parts: await tx.$count(spaceParts, eq(spaceParts.tenantId, id)),
    owners: await tx.$count(users, eq(users.tenantId, id)),
  }));
}

const NOTHING = { tenants: 0, domains: 0, venues: 0, spaces: 0, parts: 0, owners: 0 };

test("a hall is there with its host, venue and owner, and is not added twice", async () => {
  const hall = anand();
  await insertHall(hall);
  const all = await rowsOf(hall.tenant.slug);
  expect(all).toEqual({ tenants: 1, domains: 1, venues: 1, spaces: 3, parts: 2, owners: 1 });
  const again = await insertHall(hall).catch(pgCode);
  expect(again).toBe("23505");
  expect(await rowsOf(hall.tenant.slug)).toEqual(all);
});

test("a hall that fails on its way leaves nothing, and can be added once its file is mended", async () => {
  const hall = anand();
  const noSpace = { ...hall.venue, spaces: hall.venue.spaces.map((one) => ({ ...one, parts: ["roof"] })) };
  await expect(insertHall({ ...hall, venue: noSpace })).rejects.toThrow();
  expect(await rowsOf(hall.tenant.slug)).toEqual(NOTHING);
  await expect(insertHall({ ...hall, owner: { ...hall.owner, name: "\0" } })).rejects.toThrow();
  expect(await rowsOf(hall.tenant.slug)).toEqual(NOTHING);
  await insertHall(hall);
  expect(await rowsOf(hall.tenant.slug)).toMatchObject({ tenants: 1, owners: 1 });
});
