import { asciiDigits } from "./digits";
import { type Paise, roundPaise } from "./money";

const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(lakhs?|lacs?|l|लाख|ला)$/, 100_000],
  [/^(thousand|k|हजार|हज़ार|ह)$/, 1000],
];
/** More than any hall takes: a phone in the wrong column is no amount. */
const MOST_RUPEES = 100_000_000;

/** Rupees as people write them, `1,25,000`, `₹ १,२५,०००/-`, `Rs. 50000.00`, `1.25 lakh`, `५० हजार`, in paise; null where it is no amount. */
export function readAmount(text: string): Paise | null {
  const plain = asciiDigits(text)
    .toLowerCase()
    .replace(/₹|\b(rs|inr)\b\.?|रु\.?|रुपये|\/-|\s+/gu, "");
  const match = /^(\d[\d,]*)(\.\d+)?([\p{L}\p{M}]*)$/u.exec(plain);
  if (!match) return null;
  const [, whole = "", fraction = "", word = ""] = match;
  const times = word === "" ? 1 : WORDS.find(([pattern]) => pattern.test(word))?.[1];
  if (times === undefined) return null;
  const rupees = Number(`${whole.replaceAll(",", "")}${fraction}`) * times;
  return rupees <= MOST_RUPEES ? roundPaise(rupees * 100) : null;
}
