import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { postgresAccount } from "./cluster/account";
import { inTheOpen } from "./cluster/in-the-open";

/** What the environment says. `.env.local` goes before `.env`, and what is set already before both. */

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

export function loadEnvFiles(): void {
  for (const file of [".env.local", ".env"]) {
    if (existsSync(resolve(ROOT, file))) process.loadEnvFile(resolve(ROOT, file));
  }
}

/** Where everything local is kept; LOCAL_DIR lets a second set run beside the first. */
export const localDir = () => resolve(ROOT, process.env.LOCAL_DIR || ".local");

/** Postgres' data of `npm run dev`: inside `localDir`, or where its own user may reach it. */
export const clusterDir = () => inTheOpen(join(localDir(), "postgres"), postgresAccount());

export const PORTS = {
  PORT: 3000,
  LOCAL_POSTGRES_PORT: 5433,
  LOCAL_UPSTASH_PORT: 8079,
  LOCAL_RAZORPAY_PORT: 8078,
  LOCAL_INBOX_PORT: 8025,
} as const;
export type PortName = keyof typeof PORTS;

export function wantedPort(name: PortName): number {
  const value = process.env[name];
  const port = value ? Number(value) : PORTS[name];
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${name} is not a port: ${value}`);
  return port;
}

/** The variables that name a real service; where one is set, its stand-in stays off. */
export const REAL = {
  postgres: ["DATABASE_URL"],
  upstash: ["UPSTASH_REDIS_REST_URL"],
  razorpay: ["RAZORPAY_KEY_ID", "RAZORPAY_API_URL"],
  inbox: ["MSG91_AUTH_KEY", "MSG91_API_URL"],
} as const;

export const isReal = (service: keyof typeof REAL) => REAL[service].some((name) => Boolean(process.env[name]));
