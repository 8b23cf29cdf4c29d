import { randomUUID } from "node:crypto";

/** UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then random; sorts by the time it was made. */
export function newId(now: number = Date.now()): string {
  const time = now.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether a text from outside may be compared with an id at all; Postgres refuses any other with an error. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Whether a text from an address may be a slug: what is not, names nothing. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}
