import { execFile } from "node:child_process";
import { expect, test, vi } from "vitest";

// Each is a process of its own, which reads the whole of the application first.
vi.setConfig({ testTimeout: 60_000 });

const COMMANDS = {
  "db:migrate": ["db/migrate.ts"],
  "db:seed": ["db/seed/run.ts"],
  "hall:add": ["db/seed/add-hall.ts", "docs/hall-sample.json"],
  "api-key": ["lib/people/print-api-key.ts", "--tenant", "parbhani", "--role", "owner"],
};

const ELSE = {
  ...{ UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9", UPSTASH_REDIS_REST_TOKEN: "t", RAZORPAY_KEY_ID: "k" },
  ...{ RAZORPAY_KEY_SECRET: "s", RAZORPAY_WEBHOOK_SECRET: "w", MSG91_AUTH_KEY: "a", MSG91_SENDER_ID: "S" },
  ...{
    MSG91_TEMPLATE_ID: "t",
    NEXTAUTH_SECRET: "s".repeat(32),
    OTP_PEPPER: "p".repeat(32),
    CRON_SECRET: "c".repeat(16),
  },
};

/** What a command says in this environment and nothing else, and what it ends with. */
function run(args: string[], env: Record<string, string>) {
  return new Promise<{ code: unknown; said: string }>((done) => {
    const all = ["--import", "tsx", "--conditions=react-server", ...args];
    const given = { PATH: process.env.PATH, ...env, NODE_ENV: "test" } satisfies NodeJS.ProcessEnv;
    execFile(process.execPath, all, { env: given }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, said: stdout + stderr }),
    );
  });
}

const everyCommand = (env: Record<string, string>) =>
  Promise.all(Object.entries(COMMANDS).map(async ([name, args]) => ({ name, ...(await run(args, env)) })));

test("without an environment every command says in one line what is missing", async () => {
  for (const { name, code, said } of await everyCommand({})) {
    expect({ name, code, lines: said.trim().split("\n") }).toEqual({
      ...{ name, code: 1 },
      lines: [expect.stringMatching(/^Missing or wrong: DATABASE_URL and \d+ more\. Give it in /)],
    });
  }
});

test("where the database does not answer, every command says so in one line", async () => {
  for (const { name, code, said } of await everyCommand({
    ...ELSE,
    DATABASE_URL: "postgres://a:b@127.0.0.1:9/mandap",
  })) {
    const line = "the database mandap at 127.0.0.1:9 does not answer, or is busy.\n";
    expect({ name, code, said }).toEqual({ name, code: 1, said: line });
  }
});
