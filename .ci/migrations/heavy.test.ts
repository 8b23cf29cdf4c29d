import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { heavyFaults } from "./heavy";

const later = (text: string) => heavyFaults([{ name: "0007_later.sql", text }]);

test("what rewrites a table or locks it for long is named", () => {
  expect(later('ALTER TABLE "bookings" ADD COLUMN "n" integer GENERATED ALWAYS AS (1) STORED;')).toHaveLength(1);
  expect(later('DROP INDEX "bookings_status";--> statement-breakpoint\nDROP INDEX "payments_booking";')).toHaveLength(
    2,
  );
  expect(later('CREATE INDEX "n" ON "bookings" USING btree ("id");')).toHaveLength(1);
  expect(later('create unique index "n"\n  on public.bookings ("id");')).toHaveLength(1);
});

test("what nobody waits for is let through", () => {
  expect(later('ALTER TABLE "bookings" ADD COLUMN "stored_at" timestamptz;')).toEqual([]);
  expect(later('CREATE INDEX IF NOT EXISTS "n" ON "bookings" ("id"); DROP INDEX IF EXISTS "old"; -- STORED')).toEqual(
    [],
  );
  expect(later('CREATE TABLE "new" ("id" uuid); CREATE INDEX "n" ON "new" USING btree ("id");')).toEqual([]);
});

test("the migrations before the first release are for an empty database", () => {
  const name = "0006_faster_lists.sql";
  const text = readFileSync(`drizzle/${name}`, "utf8");
  expect(heavyFaults([{ name, text }])).toEqual([]);
  expect(heavyFaults([{ name: "0007_again.sql", text }])).toHaveLength(11);
});
