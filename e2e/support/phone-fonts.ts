import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const NOTO = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-devanagari/package.json"));

/**
 * The environment of a browser that has, beside the fonts it would have, what each Android phone writes Devanagari with.
 * A bare Linux machine has none and draws boxes, which are as wide as nothing a family ever sees.
 */
export function withPhoneFonts(): Record<string, string> {
  const usual = join(process.env.FONTCONFIG_PATH ?? "/etc/fonts", "fonts.conf");
  const dir = mkdtempSync(join(tmpdir(), "mandap-fonts-"));
  process.once("exit", () => rmSync(dir, { recursive: true, force: true }));
  const file = join(dir, "fonts.conf");
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">${usual}</include>
  <dir>${join(NOTO, "400Regular")}</dir>
  <cachedir>${dir}</cachedir>
</fontconfig>
`,
  );
  const given = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(given), FONTCONFIG_FILE: file };
}
