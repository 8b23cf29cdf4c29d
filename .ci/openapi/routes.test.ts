import { expect, test } from "vitest";
import * as z from "zod";
import type { Contract } from "../../lib/web/api/contract";
import { pathOf, routeFaults } from "./routes";

const contract = (id: string, method: Contract["method"], path: Contract["path"]): Contract => ({
  ...{ id, method, path, tag: "Test", summary: id, access: "public", data: z.string() },
});
const list = contract("list", "GET", "/halls/{id}");
const make = contract("make", "POST", "/halls/{id}");
const serving = (one: Contract) => Object.assign(() => undefined, { contract: one });
const refusing = (...allowed: string[]) => Object.assign(() => undefined, { allowed });

const file = "app/api/v1/halls/[id]/route.ts";
const rest = { PUT: refusing("GET", "POST"), PATCH: refusing("GET", "POST"), DELETE: refusing("GET", "POST") };
const sound = { GET: serving(list), POST: serving(make), ...rest };

test("routes that do what their contracts say have no fault", () => {
  expect(pathOf(file)).toBe("/halls/{id}");
  expect(routeFaults([{ file, exported: sound }], [list, make])).toEqual([]);
});

test.each([
  ["a handler without a contract", { ...sound, POST: () => undefined }, "POST is no operation(): it has no contract"],
  ["even one for HEAD", { ...sound, HEAD: () => undefined }, "HEAD is no operation(): it has no contract"],
  ["a contract of another method", { ...sound, POST: serving(list) }, "POST has the contract of GET /halls/{id}"],
  [
    "a contract that is listed nowhere",
    { ...sound, GET: serving({ ...list }) },
    "GET has a contract that CONTRACTS does not list",
  ],
  [
    "a method that nobody answers",
    { GET: sound.GET, POST: sound.POST, PUT: rest.PUT, DELETE: rest.DELETE },
    "PATCH is left to Next's own 405; say only(…)",
  ],
  [
    "a refusal that names the wrong methods",
    { ...sound, PUT: refusing("GET") },
    "PUT says that the path takes GET; it takes GET, POST",
  ],
])("%s is named", (_, exported, fault) => {
  expect(routeFaults([{ file, exported }], [list, make])).toContain(`${file}: ${fault}`);
});

test("a route in the wrong place is named", () => {
  const elsewhere = { file: "app/api/v1/rooms/[id]/route.ts", exported: sound };
  expect(routeFaults([elsewhere], [list, make])).toContain(
    `${elsewhere.file}: GET has the contract of GET /halls/{id}`,
  );
});

test("a contract that nobody serves is named, and one that is there twice", () => {
  expect(routeFaults([], [list])).toEqual(["list has no route"]);
  const again = { ...make, method: "GET" as const };
  expect(routeFaults([{ file, exported: sound }], [list, make, again])).toEqual([
    "make has no route",
    "make is the name of two operations",
    "GET /halls/{id} has two contracts",
  ]);
});

test("what serves the document itself needs no contract", () => {
  expect(routeFaults([{ file: "app/api/v1/docs/route.ts", exported: { GET: () => undefined } }], [])).toEqual([]);
});
