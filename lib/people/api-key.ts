import "server-only";
import { createHash, randomBytes } from "node:crypto";

const BEGINNING = "mandap_";
const SHOWN_LENGTH = BEGINNING.length + 6;
const KEY = /^mandap_[A-Za-z0-9_-]{43}$/;

/** A new key: 256 random bits behind a word that leak scanners can look for. Only its hash is ever stored. */
export const newApiKey = (): string => BEGINNING + randomBytes(32).toString("base64url");

export const isApiKey = (text: string): boolean => KEY.test(text);

/** What is stored: a key has 256 random bits, a slow hash would add nothing. */
export const hashOfKey = (key: string): string => createHash("sha256").update(key).digest("hex");

export const prefixOfKey = (key: string): string => key.slice(0, SHOWN_LENGTH);
