const DEVANAGARI_DIGIT = /[०-९]/g;
const DEVANAGARI_ZERO = 0x0966;

/** Digits as they are typed on a Marathi or Hindi keyboard, in ASCII; all else as it is. */
export function asciiDigits(text: string): string {
  return text.replace(DEVANAGARI_DIGIT, (digit) => String(digit.charCodeAt(0) - DEVANAGARI_ZERO));
}

/** A count above zero as people write it, "१,२००" or " 300 "; null for anything else, and above `most`. */
export function readCount(text: string, most: number): number | null {
  const plain = asciiDigits(text).replace(/[\s,]/g, "");
  const value = /^\d{1,9}$/.test(plain) ? Number(plain) : 0;
  return value > 0 && value <= most ? value : null;
}
