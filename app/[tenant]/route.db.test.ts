import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { withoutPostgres } from "@/db/testing/broken-database";
import { makeTenant } from "@/db/testing/make-tenant";
import { GET } from "./route";

/** What a bare address leads to where nobody knows the visitor's language. */
async function leads(host: string, segment: string) {
  const params = Promise.resolve({ tenant: segment });
  const { status, headers } = await GET(new NextRequest(`http://${host}/`, { headers: { host } }), { params });
  return [status, headers.get("location")];
}

test("the bare address leads to the hall's own language", async () => {
  const { slug } = await makeTenant({ locale: "en" });
  expect(await leads(`${slug}.localhost:3000`, slug)).toEqual([307, "/en"]);
});

test("what is no file of ours and no page is not there", async () => {
  const { slug } = await makeTenant();
  expect(await leads(`${slug}.localhost:3000`, "favicon.ico")).toEqual([404, null]);
  expect(await leads("nobody.localhost:3000", "nobody")).toEqual([404, null]);
});

test("while Postgres is away it leads to where somebody can be told so", () =>
  withoutPostgres(async () => {
    expect(await leads("unasked.localhost:3000", "unasked")).toEqual([307, "/mr"]);
  }));
