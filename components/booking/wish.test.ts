import { expect, test } from "vitest";
import { readWish, type SearchParams, stepHref, toQuoteInput, type Wish } from "./wish";

const id = (digit: string) => `0190aaaa-bbbb-7ccc-8ddd-00000000000${digit}`;
const wish: Wish = {
  venue: "sai",
  functions: [
    { name: "haldi", spaceId: id("1"), slotId: id("2"), date: "2027-02-06" },
    { name: "wedding", spaceId: id("1"), startsAt: "2027-02-07T16:00", endsAt: "2027-02-08T15:00" },
  ],
  guests: 400,
  eventType: "wedding",
  addOns: [
    { addOnId: id("3"), quantity: null },
    { addOnId: id("4"), quantity: 2 },
  ],
};

function paramsOf(href: string): SearchParams {
  const query = new URL(href, "http://mandap.invalid").searchParams;
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}

test("every choice survives the address", () => {
  expect(readWish(paramsOf(stepHref("mr", "review", wish)))).toEqual(wish);
});

test("an address that makes no sense opens with what is left of it", () => {
  expect(readWish({ f: ["x", ""], guests: "-3", type: "party", with: "1'--", as: "none" })).toEqual({
    venue: null,
    functions: [],
    guests: null,
    eventType: null,
    addOns: [],
  });
});

test("an extra without a number is as many as its unit suggests, and one the hall lacks is left out", () => {
  const venue = { id: id("9"), addOns: [{ id: id("3"), unit: "guest" }] };
  expect(toQuoteInput(wish, venue).addOns).toEqual([{ addOnId: id("3"), quantity: 400 }]);
});

test("guests and counts of extras are read in Devanagari digits", () => {
  const read = readWish({ guests: "३५०", with: id("3"), [`q.${id("3")}`]: "१२" });
  expect(read).toMatchObject({ guests: 350, addOns: [{ addOnId: id("3"), quantity: 12 }] });
  expect(stepHref("mr", "extras", read)).toContain("guests=350");
});
