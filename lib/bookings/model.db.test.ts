import fc from "fast-check";
import { test } from "vitest";
import { makeFamilies, makeManager } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { Answer, Cancel, Lapse, Move, Pay, Submit, Sweep } from "@/db/testing/model/commands";
import { Hold } from "@/db/testing/model/hold";
import type { Real, Wish } from "@/db/testing/model/model";
import { Take } from "@/db/testing/model/take";

const FULL = process.env.PROVE === "1";
const RUNS = Number(process.env.PROVE_RUNS ?? (FULL ? 2000 : 12));
const SEED = Number(process.env.PROVE_SEED ?? 20270207);
const FAMILIES = 4;

const wish = fc.record<Wish>({
  day: fc.integer({ min: 0, max: 2 }),
  space: fc.constantFrom("a", "b", "whole"),
  slot: fc.constantFrom("morning", "evening", "fullDay", "hallDay"),
});
const index = fc.nat(30);

const commands = fc.commands(
  [
    fc.tuple(fc.nat(FAMILIES - 1), wish).map(([family, one]) => new Hold(family, one)),
    fc.tuple(fc.nat(FAMILIES - 1), wish).map(([family, one]) => new Hold(family, one)),
    fc
      .tuple(fc.nat(FAMILIES - 1), wish, fc.constantFrom("option" as const, "sure" as const, "paid" as const))
      .map(([family, one, how]) => new Take(family, one, how)),
    index.map((i) => new Lapse(i)),
    fc.constant(new Sweep()),
    index.map((i) => new Submit(i)),
    fc.tuple(index, fc.boolean()).map(([i, yes]) => new Answer(i, yes)),
    fc.tuple(index, fc.constantFrom("advance" as const, "full" as const)).map(([i, purpose]) => new Pay(i, purpose)),
    index.map((i) => new Cancel(i)),
    fc.tuple(index, wish).map(([i, one]) => new Move(i, one)),
  ],
  { maxCommands: 30, size: "max" },
);

test(
  `${RUNS} random histories of holds, edits, bookings at the desk, payments, expiry, answers, cancellations and moves match the model`,
  async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (history) => {
        const { tenant, venue } = await makeHall();
        const real: Real = {
          venue,
          families: await makeFamilies(tenant, FAMILIES),
          manager: await makeManager(tenant),
        };
        await fc.asyncModelRun(() => ({ model: { bookings: [] }, real }), history);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  },
  60_000 * (FULL ? 60 : 3),
);
