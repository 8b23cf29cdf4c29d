import "server-only";
import { randomUUID } from "node:crypto";
import { currentRequest } from "@/lib/request-context";

const SANE = /^[A-Za-z0-9_-]{8,64}$/;

/** The id under which this request is logged: the proxy's where it sent a sane one, else a new one. */
export function requestIdOf(headers: Headers): string {
  return currentRequest()?.requestId ?? saneId(headers.get("x-request-id"));
}

/** A given id where it is short and plain, else one of our own. */
export function saneId(given: string | string[] | null | undefined): string {
  return typeof given === "string" && SANE.test(given) ? given : randomUUID();
}
