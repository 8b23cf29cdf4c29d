import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { parseJson } from "./http";

const NAMES = [
  "NEXTAUTH_SECRET",
  "OTP_PEPPER",
  "CRON_SECRET",
  "UPSTASH_REDIS_REST_TOKEN",
  "RAZORPAY_KEY_SECRET",
  "RAZORPAY_WEBHOOK_SECRET",
] as const;
export type Secrets = Record<(typeof NAMES)[number], string>;

/** Random once for each `.local`, then the same at every start. */
export function loadSecrets(dir: string): Secrets {
  const file = join(dir, "secrets.json");
  const stored = existsSync(file) ? parseJson(readFileSync(file, "utf8")) : {};
  const known = z.partialRecord(z.enum(NAMES), z.string()).safeParse(stored);
  const made = Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString("base64url")]));
  const secrets = { ...made, ...(known.success ? known.data : {}) } as Secrets;
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}
