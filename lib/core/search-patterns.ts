import { asciiDigits } from "./digits";
import { parsePhone } from "./phone";
import { romanise } from "./romanise";

const WORDS = 3;
const DEVANAGARI = /[\u0900-\u097f]/;

/** LIKE patterns in small letters; all of them must match. */
export type Patterns = readonly string[];

/**
 * What to look for, as people type it: any part of a name or title in either script, a phone with or without +91 and
 * spaces, its last digits, a booking's number or its end. Each round is a list of alternatives, asked only where the
 * round before found nothing. Empty where nothing was typed.
 */
export function searchRounds(text: string): Patterns[][] {
  const plain = asciiDigits(text).normalize("NFC").trim().toLowerCase();
  const phone = parsePhone(plain);
  if (phone) return [[[`%${phone.slice(1)}%`]]];
  const isNumberOfYear = /^\d{4}-\d+$/.test(plain);
  if (/^[+\d\s().-]*\d[\d\s().-]*$/.test(plain) && !isNumberOfYear) return roundsOfDigits(plain.replace(/\D/g, ""));
  const words = plain.split(/[\s,]+/).filter(Boolean);
  if (words.length === 0) return [];
  const own = words.slice(0, WORDS);
  const inLatin = own.map((word) => (DEVANAGARI.test(word) ? plainly(romanise(word)) : escaped(word)));
  const isOther = own.some((word) => DEVANAGARI.test(word)) && !inLatin.includes(null);
  return [[own.map((word) => `%${escaped(word)}%`), ...(isOther ? [inLatin.map((word) => `%${word}%`)] : [])]];
}

/** The end of a number or of a phone is meant before anything in the middle; a phone may be typed with its leading 0. */
function roundsOfDigits(digits: string): Patterns[][] {
  const national = digits.length > 5 ? digits.replace(/^0/, "") : digits;
  return [[[`%-${digits} %`], [`%${digits}`]], [[`%${national}%`]]];
}

/** With fewer letters than this a spelling that leaves some open would find everybody. */
const LETTERS = 4;
const plainly = (latin: string | null) => (latin && latin.replace(/[%_]/g, "").length >= LETTERS ? latin : null);

const escaped = (word: string) => word.replace(/[\\%_]/g, "\\$&");
