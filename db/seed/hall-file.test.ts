import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readHallFile } from "./hall-file";

const sample = () => JSON.parse(readFileSync("docs/hall-sample.json", "utf8"));

test("the sample of a hall's file is one, and what it leaves out is as usual", () => {
  const { tenant, venue, owner } = readHallFile(sample(), 2027);
  expect([tenant.slug, owner.phone, venue.spaces.length]).toEqual(["anand", "+919822000001", 3]);
  expect(venue.slots.map(({ key }) => key)).toEqual(["evening", "full-day"]);
  expect(venue.settings.holdMinutes).toBe(15);
  expect(venue.rules).toEqual([]);
});

test("a new hall shows families no auspicious day that no almanac names", () => {
  const { venue } = readHallFile(sample(), 2027);
  expect(new Set(venue.muhuratDates.map(({ source }) => source))).toEqual(new Set(["Saamana 2026"]));
});

test("what is missing, misspelt or sold nowhere is named", () => {
  expect(() => readHallFile({ ...sample(), slug: "Anand Lawns" }, 2027)).toThrow("slug");
  expect(() => readHallFile({ ...sample(), colour: "red" }, 2027)).toThrow("colour");
  const wrong = sample();
  wrong.venue.prices = [{ space: "roof", session: "evening", rupees: 1 }];
  expect(() => readHallFile(wrong, 2027)).toThrow("there is no space roof");
});

test("what would let a hall be half there, or a lawn be sold twice, is named", () => {
  const said = (change: (file: ReturnType<typeof sample>) => void) => {
    const file = sample();
    change(file);
    return () => readHallFile(file, 2027);
  };
  const [hall, lawn, whole] = [0, 1, 2];
  expect(said(({ venue }) => venue.spaces[whole].parts.push("roof"))).toThrow("there is no space roof");
  expect(said(({ venue }) => venue.spaces[whole].parts.push("lawn"))).toThrow("parts of whole: lawn is there twice");
  expect(said(({ venue }) => (venue.spaces[lawn].key = "hall"))).toThrow("venue.spaces: hall is there twice");
  expect(said(({ venue }) => (venue.spaces[hall].parts = ["whole"]))).toThrow("which has parts itself");
  expect(said(({ venue }) => (venue.spaces[hall].parts = []))).toThrow("parts");
  expect(said(({ venue }) => venue.prices.push(venue.prices[0]))).toThrow("hall for evening is there twice");
  expect(said(({ hosts }) => hosts.push(hosts[0]))).toThrow("hosts: anandlawns.example is there twice");
});
