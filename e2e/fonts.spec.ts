import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./support/fixtures";

/** The fonts are cut to what Marathi and Hindi are written with (app/fonts/README.md). What they draw must not have changed. */
const ROOT = join(import.meta.dirname, "..");
const NPM = "node_modules/@fontsource";
const PAIRS = [
  ["anek-devanagari-500", `${NPM}/anek-devanagari/files/anek-devanagari-devanagari-500-normal.woff2`],
  ["anek-devanagari-600", `${NPM}/anek-devanagari/files/anek-devanagari-devanagari-600-normal.woff2`],
  ["tiro-devanagari-400", `${NPM}/tiro-devanagari-marathi/files/tiro-devanagari-marathi-devanagari-400-normal.woff2`],
] as const;

/** Names of people, halls and places, and words that halls write themselves: none of them need stand in our messages. */
const NAMES = `विठ्ठल ज्ञानेश्वर दत्तात्रय लक्ष्मीनृसिंह त्र्यंबकेश्वर सिद्धिविनायक विघ्नहर्ता श्रीकृष्ण ब्रह्मचैतन्य अन्नपूर्णा उद्धव
  कुलकर्णी सूर्यवंशी क्षीरसागर म्हात्रे श्रीवास्तव अग्रवाल द्विवेदी चतुर्वेदी अब्दुल्ला ख्वाजा क़ुरैशी फ़ैज़ान मुश्ताक रज्जाक
  औंढ्या छत्रपती हिंगोली कोल्हापूर रत्नागिरी वऱ्हाड कॉम्प्लेक्स बँक्वेट कन्व्हेन्शन इव्हेंट रिसॉर्ट स्क्वेअर ट्रॅव्हल्स
  साखरपुडा मंगलाष्टक वाङ्निश्चय षष्ट्यब्दी सहस्रचंद्रदर्शन मिष्टान्न ध्वनिक्षेपक स्वयंपाकघर सुट्ट्या चिठ्ठ्या सत्त्याण्णव छप्पन्न`;

const DEVANAGARI = /[\u0900-\u097f\u200c\u200d]+/g;

for (const locale of ["mr", "hi"] as const) {
  test(`a font cut to its half writes as the whole one does (${locale})`, async ({ page }) => {
    const messages = readFileSync(join(ROOT, "lib", "i18n", "messages", `${locale}.json`), "utf8");
    const text = `${messages} ${NAMES}`;
    const all = [...new Set(text.match(DEVANAGARI))];
    expect(all.length).toBeGreaterThan(1000);
    for (const [ours, whole] of PAIRS) {
      const files = [`app/fonts/${ours}.woff2`, whole].map((file) => readFileSync(join(ROOT, file), "base64"));
      const other = await page.evaluate(differences, { files, all, locale });
      expect.soft(other, ours).toEqual([]);
    }
  });
}

/** Which words are not as wide in the one font as in the other: a letter that is not there falls into its parts. */
async function differences({ files, all, locale }: { files: string[]; all: string[]; locale: string }) {
  document.body.replaceChildren();
  const columns: HTMLSpanElement[][] = [];
  for (const [index, file] of files.entries()) {
    const bytes = Uint8Array.from(atob(file), (each) => each.charCodeAt(0));
    document.fonts.add(await new FontFace(`Font ${index}`, bytes).load());
    columns.push(
      all.map((word) => {
        const span = document.createElement("span");
        Object.assign(span, { lang: locale, textContent: word });
        span.style.cssText = `position:absolute;font:200px "Font ${index}"`;
        return span;
      }),
    );
  }
  document.body.append(...columns.flat());
  await document.fonts.ready;
  const widths = columns.map((column) => column.map((span) => span.getBoundingClientRect().width));
  document.fonts.clear();
  return all.filter((_, index) => Math.abs((widths[0]?.[index] ?? 0) - (widths[1]?.[index] ?? -1)) > 0.1);
}
