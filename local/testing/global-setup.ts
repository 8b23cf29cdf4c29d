import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startInbox } from "../inbox/server";
import { startPostgres } from "../postgres";
import { startRazorpay } from "../razorpay/server";
import { startUpstash } from "../upstash/server";

/** Database tests: a Postgres of their own, migrated, and the stand-ins on free ports; all gone when the tests end. */
export default async function setup(): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), "mandap-test-"));
  chmodSync(dir, 0o755);
  const keys = { keyId: "rzp_test_0000000000", keySecret: "test-key-secret", webhookSecret: "test-webhook-secret" };
  const database = await startPostgres({ dir: join(dir, "postgres"), throwAway: true });
  const [upstash, razorpay, inbox] = await Promise.all([
    startUpstash({ port: 0, token: "test" }),
    startRazorpay({ port: 0, ...keys, webhookUrl: "http://127.0.0.1:9/{tenant}" }),
    startInbox({ port: 0 }),
  ]);
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    LOCAL_ADMIN_URL: database.adminUrl,
    UPSTASH_REDIS_REST_URL: upstash.url,
    UPSTASH_REDIS_REST_TOKEN: "test",
    RAZORPAY_KEY_ID: keys.keyId,
    RAZORPAY_KEY_SECRET: keys.keySecret,
    RAZORPAY_WEBHOOK_SECRET: keys.webhookSecret,
    RAZORPAY_API_URL: razorpay.url,
    RAZORPAY_CHECKOUT_URL: `${razorpay.url}/v1/checkout.js`,
    MSG91_API_URL: inbox.url,
    MSG91_AUTH_KEY: "test",
    MSG91_SENDER_ID: "MANDAP",
    MSG91_TEMPLATE_ID: "test",
    NEXTAUTH_SECRET: "test-secret-test-secret-test-secret-00",
    OTP_PEPPER: "test-pepper-test-pepper-test-pepper-00",
    CRON_SECRET: "test-cron-secret-0000",
    // All tests call from one address.
    API_RATE_LIMIT_PER_MINUTE: "100000",
    MANDAP_LOCAL: "1",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
  });
  const migrated = spawnSync("npx", ["tsx", "--conditions=react-server", "db/migrate.ts"], { stdio: "inherit" });
  if (migrated.status !== 0) throw new Error("migrations failed");
  return async () => {
    await Promise.all([upstash.close(), razorpay.close(), inbox.close()]);
    await database.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}
