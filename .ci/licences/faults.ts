import type { Installed } from "../lockfile";

/** What may be passed on with a work under MIT: nothing here asks for the source of what uses it. */
const ALLOWED = new Set([
  ...["MIT", "MIT-0", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0"],
  ...["Unlicense", "CC0-1.0", "Python-2.0", "Zlib"],
  // Of the file, not of the work: changed files of theirs would have to be published. None is changed.
  "MPL-2.0",
  // The data of caniuse, named in their package.
  "CC-BY-4.0",
  // Fonts.
  "OFL-1.1",
]);

/** Allowed for these alone. */
const FOR_FEW: { licence: string; names: RegExp; because: string }[] = [
  {
    licence: "LGPL-3.0-or-later",
    names: /^@img\/sharp-/,
    because: "libvips is a shared library that anyone may replace",
  },
];

/** Packages whose licence nobody stated, or that may not be used; each with what it says. */
export function licenceFaults(packages: Installed[]): string[] {
  return packages.flatMap(({ name, version, licence }) => {
    if (!licence) return [`${name} ${version} names no licence`];
    const isFine = (id: string) => ALLOWED.has(id) || FOR_FEW.some((few) => few.licence === id && few.names.test(name));
    return satisfies(licence, isFine) ? [] : [`${name} ${version}: ${licence} is not on the list`];
  });
}

/** An SPDX expression: of alternatives one is enough, of a sum all are needed. Whatever cannot be read is not satisfied. */
export function satisfies(expression: string, isFine: (id: string) => boolean): boolean {
  const tokens = expression.match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const either = (): boolean => {
    let holds = both();
    while (tokens[at] === "OR") {
      at += 1;
      const other = both();
      holds = holds || other;
    }
    return holds;
  };
  const both = (): boolean => {
    let holds = one();
    while (tokens[at] === "AND") {
      at += 1;
      const other = one();
      holds = holds && other;
    }
    return holds;
  };
  const one = (): boolean => {
    const token = tokens[at++] ?? "";
    if (token !== "(") return isFine(token);
    const holds = either();
    return tokens[at++] === ")" && holds;
  };
  const holds = either();
  return holds && at === tokens.length;
}
