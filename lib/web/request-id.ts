import { randomUUID } from "node:crypto";

const SANE = /^[A-Za-z0-9_-]{8,64}$/;

/** The id under which this request is logged: the proxy's where it sent a sane one, else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get("x-request-id");
  return given && SANE.test(given) ? given : randomUUID();
}
