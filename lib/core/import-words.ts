import { asciiDigits } from "./digits";
import type { LocalText } from "./locale";

type Named = { id: string; name: LocalText };

/** A word of the file as it is compared: small letters, ASCII digits, one space between words, no signs. */
export function wordKey(text: string): string {
  return asciiDigits(text)
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\d]+/gu, " ")
    .trim();
}

/** What people call the parts of a day, each line one part. */
const SAME: readonly (readonly string[])[] = [
  ["morning", "am", "day", "सकाळ", "सकाळी", "सुबह", "दुपार", "दिवसा", "दिन"],
  ["evening", "pm", "night", "सायंकाळ", "सायंकाळी", "संध्याकाळ", "संध्याकाळी", "शाम", "रात्र", "रात्री", "रात"],
  ["full day", "whole day", "fullday", "full", "पूर्ण दिवस", "दिवसभर", "पूरा दिन", "पूर्ण"],
  ["whole venue", "whole", "full venue", "all", "both", "संपूर्ण परिसर", "संपूर्ण", "पूरा परिसर", "पूर्ण कार्यालय"],
  ["lawn", "garden", "ground", "लॉन", "मैदान"],
];

const namesOf = ({ name }: Named) => [name.en, name.hi, name.mr].flatMap((text) => (text ? [wordKey(text)] : []));

/**
 * The one thing a word means: by what the hall has taught, by its name in any language, by a word for the same, or as the only
 * one whose name holds it. Null where it is none of them, or could be several.
 */
export function findNamed<T extends Named>(text: string, all: readonly T[], taught: Record<string, string>): T | null {
  const word = wordKey(text);
  if (word === "") return null;
  const known = Object.hasOwn(taught, word) ? taught[word] : undefined;
  if (known !== undefined) return all.find(({ id }) => id === known) ?? null;
  const exact = only(all, (names) => names.includes(word));
  if (exact) return exact;
  const others = SAME.find((words) => words.includes(word));
  const same = others && only(all, (names) => names.some((name) => others.includes(name)));
  return same ?? only(all, (names) => names.some((name) => holds(name, word) || holds(word, name)));

  function only(list: readonly T[], fits: (names: string[]) => boolean): T | null {
    const found = list.filter((one) => fits(namesOf(one)));
    return found.length === 1 ? (found[0] ?? null) : null;
  }
}

/** In whole words. */
const holds = (whole: string, part: string) => ` ${whole} `.includes(` ${part} `);

const EVENTS = [
  ["engagement", /engagement|साखरपुडा|साखरपुडा|सगाई|वाङ्निश्चय/],
  ["reception", /reception|स्वागत|रिसेप्शन/],
  ["naming", /naming|barse|बारसे|बारसं|नामकरण/],
  ["birthday", /birth ?day|वाढदिवस|जन्मदिन/],
  ["haldi", /haldi|हळद|हल्दी/],
  ["sangeet", /sangeet|संगीत|मेहंदी/],
  ["meeting", /meeting|conference|बैठक|सभा|मेळावा|सम्मेलन/],
  ["wedding", /wedding|marriage|vivah|lagna|लग्न|विवाह|शादी|शुभविवाह/],
] as const;

/** What is celebrated, by the words for it; a wedding is what a hall is booked for where nothing is said. */
export function eventOf(text: string): (typeof EVENTS)[number][0] | "other" {
  const plain = text.normalize("NFC").toLowerCase().trim();
  return plain === "" ? "wedding" : (EVENTS.find(([, pattern]) => pattern.test(plain))?.[0] ?? "other");
}

const METHODS = [
  ["upi", /upi|gpay|g pay|google|phone ?pe|paytm|यूपीआय|यूपीआई|फोनपे|गूगल/],
  ["cheque", /cheque|check|chq|चेक|धनादेश/],
  ["bank", /bank|neft|rtgs|imps|transfer|बँक|बैंक/],
  ["cash", /cash|रोख|नकद|रोकड/],
] as const;

export function methodOf(text: string): (typeof METHODS)[number][0] | null {
  const plain = text.normalize("NFC").toLowerCase();
  return METHODS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
