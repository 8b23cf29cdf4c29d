import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { asPlatform } from "@/db/client";
import { newId } from "@/db/id";
import { makeTenant } from "@/db/testing/make-tenant";
import { findTenantByHost } from "./queries";

// Read once, when something first asks for the environment.
process.env.PUBLIC_URL = "https://{tenant}.halls.example";

test("a hall is found at the installation's host for it and at a domain of its own, and nobody elsewhere", async () => {
  const { id, slug } = await makeTenant();
  const own = `www.${slug}.example`;
  await asPlatform((tx) =>
    tx.execute(sql`insert into domains (tenant_id, id, host) values (${id}, ${newId()}, ${own})`),
  );
  const hosts = [`${slug}.halls.example:443`, own, `nobody-${slug}.halls.example`, `${slug}.example`];
  const found = await Promise.all(hosts.map(findTenantByHost));
  expect(found.map((tenant) => tenant?.id)).toEqual([id, id, undefined, undefined]);
});
