import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Rules about what a file says rather than what it leads to. Paths are relative to the root of the project. */
type Source = { path: string; text: string };
type SourceRule = { name: string; breaks: (source: Source) => boolean };

/** Who may work across tenants: host lookup, sweeps, limits that count over all tenants, and the seed. */
const ACROSS_TENANTS = [
  "db/client.ts",
  "db/seed/insert-venue.ts",
  "db/seed/run.ts",
  "lib/bookings/close-yearly-days.ts",
  "lib/bookings/sweep-bookings.ts",
  "lib/people/forget-old-challenges.ts",
  "lib/people/forget-old-sessions.ts",
  "lib/people/request-code.ts",
  "lib/payments/reconcile-links.ts",
  "lib/payments/reconcile-orders.ts",
  "lib/tenants/forget-old-keys.ts",
  "lib/tenants/queries.ts",
];

/** The second decides which files the environment is filled from. */
const READERS_OF_ENV = ["lib/env.ts", "db/env-files.ts"];

const PRODUCT = /^((app|components|db|lib)\/|(proxy|worker|instrumentation(-node)?)\.ts$)/;
const TEST = /\.test\.tsx?$|^db\/testing[./]/;
/** Loaded by drizzle-kit, which knows no `react-server` condition; what the schema guards is guarded by its users. */
const TABLES = /^db\/schema\//;
const SERVER =
  /^(db|lib\/(tenants|people|venues|availability|ledger|bookings|payments|imports|messages|reports|vendors|jobs|web))\//;
const RUNTIME_IMPORT =
  /^(?:import|export)\s+(?!type\b)[^"']*?from\s+["'](?:@\/(?:db|lib\/vendors)\/|(?:\.\.?\/)+(?:db|vendors)\/|postgres|pg-boss|server-only)/m;

/** NEXT_RUNTIME is no setting: the compiler puts a word in its place and drops the branch for the other runtime. */
const READS_ENV = /\bprocess\s*(\.env\b(?!\.NEXT_RUNTIME\b)|\[\s*["']env)/;

export const SOURCE_RULES: SourceRule[] = [
  {
    name: "asPlatform is for few named files",
    breaks: ({ path, text }) => isProduct(path) && /\basPlatform\b/.test(text) && !ACROSS_TENANTS.includes(path),
  },
  {
    name: "only lib/env.ts reads process.env",
    breaks: ({ path, text }) => isProduct(path) && !READERS_OF_ENV.includes(path) && READS_ENV.test(text),
  },
  {
    name: "what reaches the database or a vendor is server-only",
    breaks: ({ path, text }) =>
      isProduct(path) &&
      SERVER.test(path) &&
      !TABLES.test(path) &&
      RUNTIME_IMPORT.test(text) &&
      !/^import "server-only";$/m.test(text) &&
      !/^["']use server["'];$/m.test(text),
  },
  {
    name: "no barrel files",
    breaks: ({ path, text }) => isProduct(path) && (/(^|\/)index\.tsx?$/.test(path) || isBarrel(text)),
  },
  {
    name: "zod is imported as a namespace",
    breaks: ({ path, text }) => isProduct(path) && /^import\s+(\{|z\b)[^;]*from "zod(\/[^"]*)?";/m.test(text),
  },
];

export type SourceFault = { rule: string; path: string };

export function sourceFaults(sources: Source[]): SourceFault[] {
  return SOURCE_RULES.flatMap((rule) => sources.filter(rule.breaks).map(({ path }) => ({ rule: rule.name, path })));
}

/** Every TypeScript file that git knows or would add. */
export function readSources(dir: string): Source[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "--", "*.ts", "*.tsx"], { cwd: dir });
  const paths = String(listed).split("\n").filter(Boolean);
  return paths.flatMap((path) => {
    const text = textOf(`${dir}/${path}`);
    return text === null ? [] : [{ path, text }];
  });
}

const RE_EXPORT = /^export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s*from\s+"[^"]*";?$/gm;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;

/** All that a barrel says is where others say it. */
function isBarrel(text: string): boolean {
  const rest = text.replace(RE_EXPORT, "");
  return rest !== text && rest.replace(COMMENT, "").trim() === "";
}

const isProduct = (path: string) => PRODUCT.test(path) && !TEST.test(path);

/** Null when git still lists what someone has removed. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
