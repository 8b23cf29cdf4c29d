import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Child, keepRunning } from "./child";
import { freeCluster } from "./cluster/data-directory";
import type { Pids } from "./pids";
import { freePort } from "./ports";
import { startPostgres } from "./postgres";
import { loadSecrets } from "./secrets";
import type { ServiceOptions } from "./service";
import { clusterDir, isReal, localDir, type PortName, REAL, wantedPort } from "./settings";

export type Row = { name: string; where: string };
export type Services = {
  port: number;
  /** The whole environment of the app and its scripts. */
  env: NodeJS.ProcessEnv;
  rows: Row[];
  inboxUrl: string | null;
  stop: () => Promise<void>;
};
type Stop = () => Promise<void>;

/** Starts a stand-in for everything that the environment does not name, and says how to reach it all. */
export async function startServices(options: {
  pids: Pids;
  say: (text: string) => void;
  onGiveUp: () => void;
  /** Filled while starting, so that an interrupted start can be undone. */
  stops: Stop[];
  interrupted: AbortSignal;
}): Promise<Services> {
  const dir = localDir();
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  const secrets = loadSecrets(dir);
  const { pids, say, stops } = options;
  if (!isReal("postgres") && (await freeCluster(clusterDir())) === "stopped")
    say("stopped a Postgres that an earlier run left behind");
  const given = new Set<number>();
  const take = async (name: PortName) => {
    options.interrupted.throwIfAborted();
    const wanted = wantedPort(name);
    const port = await freePort(wanted, given);
    given.add(port);
    if (port !== wanted) say(`${name} ${wanted} is taken; using ${port}`);
    return port;
  };

  const port = await take("PORT");
  const env: NodeJS.ProcessEnv = {
    AUTH_TRUST_HOST: "1",
    RUN_JOBS: "1",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXTAUTH_SECRET: secrets.NEXTAUTH_SECRET,
    OTP_PEPPER: secrets.OTP_PEPPER,
    CRON_SECRET: secrets.CRON_SECRET,
    ...withoutEmpty(process.env),
    MANDAP_LOCAL: "1",
    PORT: String(port),
  };
  const rows: Row[] = [];

  if (!isReal("postgres")) {
    const database = await startPostgres({
      dir: clusterDir(),
      port: await take("LOCAL_POSTGRES_PORT"),
      logFile: join(dir, "postgres.log"),
      onEvent: say,
    });
    stops.push(database.stop);
    env.DATABASE_URL = database.url;
    rows.push({ name: "Postgres", where: database.url });
  }
  const standIn = async (service: string, given: ServiceOptions): Promise<string> => {
    const child: Child = await keepRunning({
      name: service,
      args: ["--import", "tsx", join("local", "service.ts"), service],
      env: { ...process.env, LOCAL_SERVICE: JSON.stringify(given) },
      waitUntilReady: true,
      onEvent: say,
      onPid: (pid) => pids.add(service, pid),
      onGiveUp: options.onGiveUp,
    });
    stops.push(child.stop);
    return `http://127.0.0.1:${given.port}`;
  };
  if (!isReal("upstash")) {
    const token = secrets.UPSTASH_REDIS_REST_TOKEN;
    const redisUrl = process.env.REDIS_URL;
    const url = await standIn("upstash", { port: await take("LOCAL_UPSTASH_PORT"), token, redisUrl });
    Object.assign(env, { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token });
    rows.push({ name: "Upstash", where: redisUrl ? `${url} in front of REDIS_URL` : `${url} (in memory)` });
  }
  if (!isReal("razorpay")) {
    const keys = {
      keyId: "rzp_test_mandaplocal00",
      keySecret: secrets.RAZORPAY_KEY_SECRET,
      webhookSecret: secrets.RAZORPAY_WEBHOOK_SECRET,
    };
    const webhookUrl = `http://localhost:${port}/api/webhooks/razorpay/{tenant}`;
    const file = join(dir, "razorpay.json");
    const url = await standIn("razorpay", { port: await take("LOCAL_RAZORPAY_PORT"), ...keys, webhookUrl, file });
    Object.assign(env, {
      RAZORPAY_KEY_ID: keys.keyId,
      RAZORPAY_KEY_SECRET: keys.keySecret,
      RAZORPAY_WEBHOOK_SECRET: keys.webhookSecret,
      RAZORPAY_API_URL: url,
      RAZORPAY_CHECKOUT_URL: `${url}/v1/checkout.js`,
    });
    rows.push({ name: "Razorpay", where: url });
  }
  let inboxUrl: string | null = null;
  if (!isReal("inbox")) {
    const url = await standIn("inbox", {
      port: await take("LOCAL_INBOX_PORT"),
      file: join(dir, "inbox.jsonl"),
    });
    inboxUrl = url;
    Object.assign(env, {
      MSG91_API_URL: url,
      MSG91_AUTH_KEY: "local",
      MSG91_SENDER_ID: process.env.MSG91_SENDER_ID || "MANDAP",
      MSG91_TEMPLATE_ID: process.env.MSG91_TEMPLATE_ID || "local",
      MSG91_DLT_ENTITY_ID: process.env.MSG91_DLT_ENTITY_ID || "1101000000000000000",
    });
    rows.push({ name: "Inbox", where: url });
  }
  for (const service of ["postgres", "upstash", "razorpay", "inbox"] as const) {
    if (isReal(service)) rows.push({ name: service, where: `yours (${REAL[service].join(" or ")} is set)` });
  }
  return { port, env, rows, inboxUrl, stop: () => stopAll(stops) };
}

/** Last started, first stopped: the database goes last. */
export async function stopAll(stops: Stop[]): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop().catch(() => undefined);
}

function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const set = { ...env };
  for (const [name, value] of Object.entries(set)) if (value === "") delete set[name];
  return set;
}
