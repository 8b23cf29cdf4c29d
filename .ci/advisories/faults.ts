import type { Installed } from "../lockfile";

/**
 * Versions below which a package has a known hole, so that nobody steps back behind a fix where no registry can be
 * asked. Each with what was closed there.
 */
export const AT_LEAST: { name: string; version: string; closes: string }[] = [
  { name: "next", version: "16.4.3", closes: "the bypasses of proxy and authorisation of 2025 and 2026" },
  { name: "next-auth", version: "4.24.15", closes: "what was known of it until then" },
  { name: "sharp", version: "0.35.5", closes: "what was known of the libvips that it ships" },
  { name: "axios", version: "1.12.0", closes: "answers without a bound (CVE-2025-58754)" },
  { name: "postcss", version: "8.4.31", closes: "comments read as rules (CVE-2023-44270)" },
  { name: "esbuild", version: "0.25.0", closes: "a development server that any page could read (GHSA-67mh-4wv8-f99f)" },
];

/** Installed places that are older than what is known to be closed, and rules that no longer concern anything. */
export function advisoryFaults(packages: Installed[], rules = AT_LEAST): string[] {
  return rules.flatMap(({ name, version, closes }) => {
    const found = packages.filter((one) => one.name === name);
    if (found.length === 0) return [`${name} is not installed any more; the rule can go`];
    const old = found.filter((one) => isOlder(one.version, version));
    return old.map((one) => `${name} ${one.version} is open to what ${version} closed: ${closes}`);
  });
}

/** Of two versions by their numbers; a pre-release comes before its release. */
export function isOlder(version: string, than: string): boolean {
  const [numbers, wanted] = [version, than].map((text) => (text.split("-")[0] ?? "").split(".").map(Number));
  for (let n = 0; n < 3; n++) {
    const difference = (numbers?.[n] ?? 0) - (wanted?.[n] ?? 0);
    if (difference !== 0 || Number.isNaN(difference)) return !(difference > 0);
  }
  return version.includes("-") && !than.includes("-");
}
