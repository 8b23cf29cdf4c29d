import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { cruiseTree, RULES, type Violation } from "./directions";

/** Each rule with the imports that break it: who → whom. */
const BROKEN: Record<string, [from: string, to: string][]> = {
  base: [["lib/log.ts", "db/client.ts"]],
  core: [["lib/core/money.ts", "lib/env.ts"]],
  db: [["db/seed/run.ts", "lib/bookings/hold-booking.ts"]],
  jobs: [["lib/jobs/enqueue.ts", "lib/payments/refund.ts"]],
  vendors: [["lib/vendors/sms.ts", "db/client.ts"]],
  web: [["lib/web/route.ts", "lib/bookings/hold-booking.ts"]],
  "noun-tenants": [["lib/tenants/queries.ts", "lib/people/queries.ts"]],
  "noun-people": [["lib/people/queries.ts", "lib/venues/queries.ts"]],
  "noun-venues": [["lib/venues/queries.ts", "lib/availability/month.ts"]],
  "noun-availability": [["lib/availability/month.ts", "lib/ledger/balance.ts"]],
  "noun-ledger": [["lib/ledger/balance.ts", "lib/bookings/hold-booking.ts"]],
  "noun-bookings": [
    ["lib/bookings/hold-booking.ts", "lib/payments/refund.ts"],
    ["lib/bookings/cancel-booking.ts", "lib/web/route.ts"],
  ],
  "noun-payments": [["lib/payments/refund.ts", "lib/imports/run-import.ts"]],
  "noun-imports": [["lib/imports/run-import.ts", "lib/messages/send.ts"]],
  "noun-messages": [["lib/messages/send.ts", "lib/reports/register.ts"]],
  "noun-reports": [["lib/reports/register.ts", "components/ui/button.tsx"]],
  actions: [
    ["lib/bookings/actions.ts", "db/client.ts"],
    ["lib/payments/actions.ts", "lib/bookings/hold-booking.ts"],
  ],
  components: [
    ["components/booking/review.tsx", "lib/bookings/hold-booking.ts"],
    ["components/booking/extras.tsx", "lib/venues/queries.ts"],
    ["components/booking/pay.tsx", "lib/vendors/sms.ts"],
  ],
  ui: [["components/ui/button.tsx", "components/booking/names.tsx"]],
  app: [
    ["app/page.tsx", "db/client.ts"],
    ["app/layout.tsx", "lib/vendors/sms.ts"],
  ],
  entries: [["proxy.ts", "db/client.ts"]],
  "jobs-of-app": [["app/api/v1/route.ts", "lib/jobs/schedules.ts"]],
  "actions-for-browser": [["lib/bookings/reject-booking.ts", "lib/bookings/actions.ts"]],
  "core-packages": [
    ["lib/core/period.ts", "node_modules/zod/index.js"],
    ["lib/core/clock.ts", "fs"],
  ],
  "vendor-packages": [["lib/payments/take.ts", "node_modules/razorpay/index.js"]],
  "database-packages": [["lib/reports/own-pool.ts", "node_modules/postgres/index.js"]],
  "stand-ins": [["lib/people/demo.ts", "local/inbox.ts"]],
  "dev-packages": [["app/story.tsx", "node_modules/vitest/index.js"]],
  circles: [["lib/availability/cache.ts", "lib/availability/read.ts"]],
  unresolvable: [["lib/tenants/lost.ts", "@/lib/tenants/nowhere"]],
};

/** What the rules must let through. */
const SOUND: [from: string, to: string][] = [
  ["lib/availability/read.ts", "lib/availability/cache.ts"],
  ["lib/core/price.ts", "lib/errors.ts"],
  ["lib/core/price.ts", "node_modules/temporal-polyfill/index.js"],
  ["lib/core/price.test.ts", "node_modules/vitest/index.js"],
  ["lib/reports/day.ts", "lib/tenants/queries.ts"],
  ["lib/reports/day.ts", "lib/jobs/schedules.ts"],
  ["lib/venues/actions.ts", "lib/web/route.ts"],
  ["lib/venues/actions.ts", "lib/venues/save.ts"],
  ["components/venue/form.tsx", "lib/venues/actions.ts"],
  ["components/venue/form.tsx", "lib/venues/input.ts"],
  ["components/venue/form.tsx", "components/ui/button.tsx"],
  ["app/venues/page.tsx", "lib/venues/save.ts"],
  ["app/api/cron/route.ts", "lib/jobs/schedules.ts"],
  ["worker.ts", "lib/messages/send.ts"],
  ["lib/people/otp.db.test.ts", "local/testing/tenant.ts"],
];

const dir = mkdtempSync(join(tmpdir(), "mandap-directions-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test("every direction is held: each rule reports exactly the imports that break it", async () => {
  const broken = Object.entries(BROKEN).flatMap(([rule, edges]) => edges.map(([from, to]) => ({ rule, from, to })));
  plant([...broken.map(({ from, to }): [string, string] => [from, to]), ...SOUND]);

  const { modules, violations } = await cruiseTree(dir);

  expect(modules).toBeGreaterThan(50);
  expect(sorted(violations)).toEqual(sorted(broken));
  expect(Object.keys(BROKEN).toSorted(), "a rule that nothing here breaks is not proven").toEqual(RULES.toSorted());
}, 60_000);

test("a tree without modules is noticed", async () => {
  expect(await cruiseTree(dir, ["nothing-here"])).toMatchObject({ modules: 0 });
});

function plant(edges: [from: string, to: string][]): void {
  const packages = { dependencies: ["zod", "razorpay", "postgres", "temporal-polyfill"], devDependencies: ["vitest"] };
  const versions = Object.entries(packages).map(([kind, names]) => [
    kind,
    Object.fromEntries(names.map((n) => [n, "1.0.0"])),
  ]);
  write("package.json", JSON.stringify({ name: "planted", ...Object.fromEntries(versions) }));
  write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: { module: "esnext", moduleResolution: "bundler", jsx: "react-jsx", paths: { "@/*": ["./*"] } },
    }),
  );
  const files = new Map<string, string[]>(
    edges.flatMap(([from, to]) => [
      [from, []],
      [to, []],
    ]),
  );
  for (const [from, to] of edges) files.get(from)?.push(`import "${specifier(to)}";`);
  for (const [path, imports] of files) {
    if (path.startsWith("@") || path === "fs") continue;
    write(path, `${imports.join("\n")}\nexport const here = 1;\n`);
    const [root, name] = path.split("/");
    if (root === "node_modules") write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
  }
}

function specifier(to: string): string {
  if (to.startsWith("node_modules/")) return to.split("/")[1] ?? to;
  if (to.startsWith("@")) return to;
  return to === "fs" ? "node:fs" : `@/${to.replace(/\.tsx?$/, "")}`;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

const sorted = (violations: Violation[]) =>
  violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`).toSorted();
