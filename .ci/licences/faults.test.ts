import { expect, test } from "vitest";
import { inProduction } from "../lockfile";
import { licenceFaults, satisfies } from "./faults";

const one = (name: string, licence: string | undefined) => ({ name, version: "1.0.0", licence });

test("a licence that is not on the list, and none at all, are named", () => {
  expect(
    licenceFaults([one("a", "MIT"), one("b", "AGPL-3.0-only"), one("c", undefined), one("d", "SEE LICENSE IN x")]),
  ).toEqual([
    "b 1.0.0: AGPL-3.0-only is not on the list",
    "c 1.0.0 names no licence",
    "d 1.0.0: SEE LICENSE IN x is not on the list",
  ]);
});

test("the library of pictures may be LGPL, another package may not", () => {
  expect(licenceFaults([one("@img/sharp-libvips-linux-x64", "LGPL-3.0-or-later")])).toEqual([]);
  expect(licenceFaults([one("sharper", "LGPL-3.0-or-later")])).toHaveLength(1);
});

test("of alternatives one is enough, of a sum all are needed", () => {
  const isFine = (id: string) => id === "MIT" || id === "ISC";
  expect(satisfies("(MIT OR GPL-3.0-only)", isFine)).toBe(true);
  expect(satisfies("MIT AND GPL-3.0-only", isFine)).toBe(false);
  expect(satisfies("MIT AND (GPL-3.0-only OR ISC)", isFine)).toBe(true);
  expect(satisfies("GPL-3.0-only OR MIT AND ISC", isFine)).toBe(true);
  expect(satisfies("MIT WITH something", isFine)).toBe(false);
  expect(satisfies("(MIT", isFine)).toBe(false);
});

test("what only development installs does not count, what another platform installs does", () => {
  const packages = {
    "": { license: "MIT" },
    "node_modules/a": { version: "1.0.0", license: "MIT" },
    "node_modules/a/node_modules/@x/b": { version: "2.0.0", license: "ISC", optional: true },
    "node_modules/c": { version: "3.0.0", license: "GPL-3.0-only", dev: true },
  };
  expect(inProduction({ packages }).map(({ name }) => name)).toEqual(["a", "@x/b"]);
});
