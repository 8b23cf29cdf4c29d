const CONSONANTS: Record<string, string> = {
  ...{ क: "k", ख: "kh", ग: "g", घ: "gh", ङ: "n", च: "ch", छ: "ch", ज: "j", झ: "z", ञ: "n" },
  ...{ ट: "t", ठ: "th", ड: "d", ढ: "dh", ण: "n", त: "t", थ: "th", द: "d", ध: "dh", न: "n" },
  ...{ प: "p", फ: "ph", ब: "b", भ: "bh", म: "m", य: "y", र: "r", ल: "l", ळ: "l", व: "_" },
  ...{ श: "sh", ष: "sh", स: "s", ह: "h" },
};
const VOWELS: Record<string, string> = {
  ...{ अ: "a", आ: "a", इ: "i", ई: "i", उ: "u", ऊ: "u", ऋ: "ru", ए: "e", ऐ: "ai", ओ: "o", औ: "au", ऑ: "o", ॲ: "a" },
};
const SIGNS: Record<string, string> = {
  ...{ "ा": "a", "ि": "i", "ी": "i", "ु": "u", "ू": "u", "ृ": "ru", "े": "e", "ै": "ai", "ो": "o", "ौ": "au" },
  ...{ "ॉ": "o", "ॅ": "a" },
};
const VIRAMA = "्";
/** Written out or not at will: देशमुख is Deshmukh, भोसले is Bhosale. */
const MAYBE_A = "%";

type Letter = { consonant: string; vowel: string | null };

/**
 * A Devanagari word as people write it in Latin letters, as the middle of a LIKE pattern: `_` for v or w, `%` where an "a"
 * may be left out. Null for a word with anything else in it.
 */
export function romanise(word: string): string | null {
  const letters: Letter[] = [];
  for (const sign of word.normalize("NFC").replaceAll(`ज${VIRAMA}ञ`, `द${VIRAMA}न${VIRAMA}य`)) {
    const last = letters.at(-1);
    const consonant = CONSONANTS[sign];
    if (consonant !== undefined) letters.push({ consonant, vowel: null });
    else if (VOWELS[sign] !== undefined) letters.push({ consonant: "", vowel: VOWELS[sign] });
    else if (SIGNS[sign] !== undefined && last) last.vowel = SIGNS[sign];
    else if (sign === VIRAMA && last) last.vowel = "";
    else if (sign === "ं" || sign === "ँ") letters.push({ consonant: "n", vowel: "" });
    else return null;
  }
  const latin = letters.map(({ consonant, vowel }, at) => consonant + (vowel ?? ownVowel(letters, at))).join("");
  // विठ्ठल is Vitthal.
  return latin.replace(/(.)h\1h/g, "$1$1h");
}

/** What a consonant without a sign is spoken with: "a" in the first syllable, nothing at the end, either in between. */
function ownVowel(letters: readonly Letter[], at: number): string {
  if (at === letters.length - 1) return "";
  const isFirst = letters.slice(0, at).every(({ vowel }) => vowel === "");
  return isFirst ? "a" : MAYBE_A;
}
