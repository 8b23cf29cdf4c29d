import { expect, test } from "vitest";
import { assertApart, claimsOf } from "./claims";
import { periodOf } from "./period";

const BUFFERS = { setupMinutes: 30, cleanupMinutes: 30 };
const on = (start: string, minutes: number) => periodOf("2027-02-07", start, minutes, "Asia/Kolkata");

test("a space made of parts claims each part, sorted, buffers included", () => {
  const claims = claimsOf([{ partIds: ["c", "a", "b"], period: on("16:00", 420) }], BUFFERS);
  expect(claims.map((claim) => claim.partId)).toEqual(["a", "b", "c"]);
  expect(claims[0]?.period).toEqual(on("15:30", 480));
});

test("functions whose buffers touch are one claim on their part", () => {
  const claims = claimsOf(
    [
      { partIds: ["a"], period: on("09:00", 360) },
      { partIds: ["a"], period: on("15:30", 420) },
      { partIds: ["b"], period: on("09:00", 360) },
    ],
    BUFFERS,
  );
  expect(claims).toEqual([
    { partId: "a", period: on("08:30", 870) },
    { partId: "b", period: on("08:30", 420) },
  ]);
});

test("of functions that are in each other's way it is told which", () => {
  const hall = { partIds: ["a"], period: on("09:00", 360) };
  const whole = { partIds: ["a", "b"], period: on("14:00", 120) };
  const lawn = { partIds: ["b"], period: on("09:00", 300) };
  expect(() => assertApart([lawn, hall, whole])).toThrow(
    expect.objectContaining({ code: "FUNCTIONS_OVERLAP", details: { functions: [1, 2] } }),
  );
  expect(() => assertApart([lawn, hall, { ...whole, period: on("15:00", 120) }])).not.toThrow();
});

test("two functions cannot have one part at one time", () => {
  expect(() =>
    claimsOf(
      [
        { partIds: ["a", "b"], period: on("09:00", 360) },
        { partIds: ["b"], period: on("14:00", 60) },
      ],
      BUFFERS,
    ),
  ).toThrow("FUNCTIONS_OVERLAP");
});
