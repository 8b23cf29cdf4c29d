/**
 * The directions of the house (README, "The folders"), each broken on purpose in
 * `.ci/architecture/directions.test.ts`, so that a rule which stops working is noticed. There is no list of exceptions.
 */
const NOUNS = [
  "tenants",
  "people",
  "venues",
  "availability",
  "ledger",
  "bookings",
  "payments",
  "imports",
  "messages",
  "reports",
];

const anyOf = (...paths) => paths.join("|");
const TEST = "\\.test\\.tsx?$";
const ENTRIES = "^(proxy|worker|instrumentation(-node)?)\\.ts$";
const WORKER = "^worker\\.ts$";
const PRODUCT = anyOf("^(app|components|db|lib)/", ENTRIES);
const TEST_SUPPORT = "^db/testing(/|\\.ts$)";

const BASE = anyOf("^lib/(env|errors|log|metrics|request-context|telemetry|otlp-metrics)\\.ts$", "^lib/i18n/");
const CORE = "^lib/core/";
const DB = "^db/";
const JOBS = "^lib/jobs/";
const VENDORS = "^lib/vendors/";
const WEB = "^lib/web/";
const COMPONENTS = "^components/";
const noun = (...names) => `^lib/(${names.join("|")})/`;
const ANY_NOUN = noun(...NOUNS);
const ACTIONS = `${ANY_NOUN}actions\\.ts$`;
const SHARED_WITH_BROWSER = `${ANY_NOUN}(actions|input|types)\\.ts$`;

/** What matches `from` may use, of the product, only what matches `mayUse`. */
function layer(name, comment, from, ...mayUse) {
  return { name, comment, severity: "error", from, to: { path: PRODUCT, pathNot: [...mayUse, TEST_SUPPORT] } };
}

const directions = [
  layer(
    "base",
    "env, errors, i18n and what tells of the process (log, metrics, telemetry, the request under way) are the base: they use core and each other.",
    { path: BASE },
    BASE,
    CORE,
  ),
  layer("core", "core uses errors, and nothing else of the house.", { path: CORE }, CORE, "^lib/errors\\.ts$"),
  layer("db", "db uses core.", { path: DB, pathNot: TEST_SUPPORT }, DB, CORE, BASE),
  layer("jobs", "jobs uses db.", { path: JOBS }, JOBS, DB, CORE, BASE),
  layer("vendors", "vendors uses core.", { path: VENDORS }, VENDORS, CORE, BASE),
  layer("web", "web uses tenants, people and db.", { path: WEB }, WEB, noun("tenants", "people"), DB, CORE, BASE),
  ...NOUNS.map((name, place) =>
    layer(
      `noun-${name}`,
      `${name} uses core, db, vendors, jobs, and the nouns to its left. What must flow the other way travels as a job.`,
      { path: noun(name), pathNot: ACTIONS },
      noun(...NOUNS.slice(0, place + 1)),
      CORE,
      DB,
      VENDORS,
      JOBS,
      BASE,
    ),
  ),
  layer(
    "actions",
    "actions.ts uses web and its own noun.",
    { path: "^lib/([^/]+)/actions\\.ts$" },
    WEB,
    "^lib/$1/",
    CORE,
    BASE,
  ),
  layer(
    "components",
    "components use core and a noun's actions, input and types; never db, vendors, verbs or queries.",
    { path: COMPONENTS },
    COMPONENTS,
    SHARED_WITH_BROWSER,
    CORE,
    BASE,
  ),
  layer(
    "ui",
    "ui/ holds primitives without a domain word.",
    { path: "^components/ui/" },
    "^components/ui/",
    CORE,
    BASE,
  ),
  layer(
    "app",
    "Routes use verbs, queries, web and components; no SQL, no vendor.",
    { path: "^app/" },
    "^app/",
    WORKER,
    ANY_NOUN,
    WEB,
    COMPONENTS,
    JOBS,
    CORE,
    BASE,
  ),
  layer(
    "entries",
    "proxy, worker and instrumentation use verbs, queries, web and jobs.",
    { path: ENTRIES },
    ENTRIES,
    ANY_NOUN,
    WEB,
    JOBS,
    CORE,
    BASE,
  ),
];

const forbidden = [
  ...directions,
  {
    name: "jobs-of-app",
    comment: "Of the routes only cron runs jobs; the others call verbs, which enqueue.",
    severity: "error",
    from: { path: "^app/", pathNot: "^app/api/cron/" },
    to: { path: [JOBS, WORKER] },
  },
  {
    name: "actions-for-browser",
    comment: "Actions are called by components and pages; everything else calls the verb.",
    severity: "error",
    from: { path: PRODUCT, pathNot: ["^(components|app)/", TEST] },
    to: { path: ACTIONS },
  },
  {
    name: "core-packages",
    comment: "core is pure: no framework, no I/O.",
    severity: "error",
    from: { path: CORE, pathNot: TEST },
    to: { pathNot: ["^lib/", "^node_modules/temporal-polyfill/"] },
  },
  {
    name: "vendor-packages",
    comment: "The shapes of an outside service end in lib/vendors.",
    severity: "error",
    from: { path: PRODUCT, pathNot: VENDORS },
    to: { path: "^node_modules/(razorpay|@upstash/[^/]+)/" },
  },
  {
    name: "database-packages",
    comment: "A connection is reached through the doors of db/client.ts, and pg-boss through lib/jobs.",
    severity: "error",
    from: { path: PRODUCT, pathNot: [DB, JOBS, TEST] },
    to: { path: "^node_modules/(postgres|pg|pg-boss)/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "stand-ins",
    comment: "The product knows nothing of what stands in for the world; only tests do.",
    severity: "error",
    from: { path: PRODUCT, pathNot: [TEST, TEST_SUPPORT] },
    to: { path: ["^(local|e2e|bench|\\.ci)/", TEST_SUPPORT, TEST] },
  },
  {
    name: "dev-packages",
    comment: "What runs in production is a dependency, not a development dependency.",
    severity: "error",
    from: { path: PRODUCT, pathNot: [TEST, TEST_SUPPORT] },
    to: {
      dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
      dependencyTypesNot: ["type-only"],
      pathNot: "^node_modules/@types/",
    },
  },
  { name: "circles", comment: "No circles.", severity: "error", from: {}, to: { circular: true } },
  {
    name: "unresolvable",
    comment: "An import that leads nowhere.",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: "^node_modules/" },
    exclude: { path: "(^|/)(\\.next[^/]*|test-results|\\.local[^/]*)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
    },
  },
};
