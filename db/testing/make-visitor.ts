import "server-only";
import { randomBytes, randomInt } from "node:crypto";
import { env } from "@/lib/env";
import type { Visitor } from "@/lib/people/types";
import type { Tenant } from "@/lib/tenants/types";

/** Somebody with a browser and a network of their own. */
export function makeVisitor(tenant: Tenant, known: Partial<Visitor> = {}): Visitor {
  return {
    tenant,
    requestId: "test-request",
    locale: "en",
    host: `${tenant.slug}.localhost`,
    ip: Array.from({ length: 4 }, () => randomInt(1, 255)).join("."),
    browser: randomBytes(32).toString("base64url"),
    userAgent: "test",
    ...known,
  };
}

/** A mobile number that no other test has, with a prefix of its own. */
export function freshPhone(): string {
  return `+91${randomInt(6_000_000_000, 10_000_000_000)}`;
}

/** The texts that the inbox took for a phone, newest first: what went over the wire, not what a mock was told. */
export async function readInbox(phone: string): Promise<string[]> {
  const response = await fetch(`${env().MSG91_API_URL}/messages?to=${encodeURIComponent(phone)}`);
  const messages: { text: string }[] = await response.json();
  return messages.map(({ text }) => text);
}

export async function readCode(phone: string): Promise<string> {
  const code = /#(\d{6})$/.exec((await readInbox(phone))[0] ?? "")?.[1];
  if (!code) throw new Error("no code came");
  return code;
}

/** Six digits that are not the code. */
export const wrongCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
