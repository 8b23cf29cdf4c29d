import "server-only";
import * as z from "zod";

const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");

const local = /^(localhost|127\.|\[::1\])/;

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.url(),
  /** Where reports are read, if not from the database itself. */
  DATABASE_REPLICA_URL: z.url().optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(16),
  DATABASE_PREPARE: z.enum(["0", "1"]).default("1"),
  UPSTASH_REDIS_REST_URL: z.url(),
  UPSTASH_REDIS_REST_TOKEN: z.string().min(1),
  RAZORPAY_KEY_ID: z.string().min(1),
  RAZORPAY_KEY_SECRET: z.string().min(1),
  RAZORPAY_WEBHOOK_SECRET: z.string().min(1),
  RAZORPAY_WEBHOOK_SECRET_OLD: z.string().optional(),
  RAZORPAY_API_URL: z.url().default("https://api.razorpay.com"),
  RAZORPAY_CHECKOUT_URL: z.url().default("https://checkout.razorpay.com/v1/checkout.js"),
  MSG91_AUTH_KEY: z.string().min(1),
  MSG91_API_URL: z.url().default("https://control.msg91.com"),
  MSG91_SENDER_ID: z.string().min(1),
  MSG91_TEMPLATE_ID: z.string().min(1),
  MSG91_DLT_ENTITY_ID: z.string().optional(),
  NEXTAUTH_SECRET: z.string().min(32),
  OTP_PEPPER: z.string().min(32),
  OTP_DAILY_CAP: z.coerce.number().int().min(1).default(5000),
  CRON_SECRET: z.string().min(16),
  /** Where a tenant without a domain of its own is reached: `https://{tenant}.example.com`. */
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^/]+\/?$/)
    .optional(),
  PORT: z.coerce.number().int().default(3000),
  DEFAULT_TENANT: z.string().default("parbhani"),
  /** Calls of the API in a minute, for each key, and for each address that calls without one. */
  API_RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(300),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(1),
  RUN_JOBS: flag,
  MANDAP_LOCAL: flag,
  /** What Prometheus sends to read /metrics, which is not there without it. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** A collector of OpenTelemetry: traces and metrics go there. Its other OTEL_ variables are read by the SDK. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
  OTEL_SERVICE_NAME: z.string().default("mandap"),
  OTEL_METRIC_EXPORT_INTERVAL: z.coerce.number().int().min(1000).default(60_000),
  /** A statement that takes longer is logged. */
  SLOW_QUERY_MS: z.coerce.number().int().min(1).default(500),
  /** How long a server that was told to end goes on serving, with /health at 503: as long as a balancer takes to notice. */
  SHUTDOWN_DRAIN_SECONDS: z.coerce.number().int().min(0).max(20).default(0),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
});

export type Env = z.infer<typeof schema>;

const standIns = ["RAZORPAY_API_URL", "RAZORPAY_CHECKOUT_URL", "MSG91_API_URL"] as const;

/** An environment in which these variables are missing or wrong. */
export class IncompleteEnv extends Error {
  readonly names: string[];

  constructor(issues: { path: PropertyKey[]; message: string }[]) {
    const names = issues.map(({ path }) => path.join("."));
    const lines = issues.map(({ message }, at) => `  ${names[at]}: ${message}`);
    super(`Mandap cannot start, its environment is incomplete:\n${lines.join("\n")}`);
    this.name = "IncompleteEnv";
    this.names = names;
  }
}

/** @throws IncompleteEnv naming each variable that is missing or wrong; Error for a stand-in where production would use it. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) throw new IncompleteEnv(parsed.error.issues);
  const env = parsed.data;
  if (env.NODE_ENV === "production" && !env.MANDAP_LOCAL) {
    const wrong = standIns.filter((name) => local.test(new URL(env[name]).host));
    if (wrong.length > 0) throw new Error(`Mandap refuses stand-ins in production: ${wrong.join(", ")}`);
  }
  return env;
}

/** Read before anything else is checked, so that a failing start can be logged. */
export const logLevel = process.env.LOG_LEVEL ?? "info";

let parsed: Env | undefined;

/** The environment, read on first use so that a build needs none of it. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
