import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { heavyFaults } from "./heavy";

/** Fails where db/schema says something that no migration says, the migrations contradict each other, or one is too heavy. */
process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const copy = "node_modules/.cache/mandap-migrations";
rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
cpSync("drizzle", copy, { recursive: true });

const before = migrations();
const kit = join("node_modules", "drizzle-kit", "bin.cjs");
const out = ["--dialect=postgresql", `--out=./${copy}`];
const sound = run("check", ...out) && run("generate", "--schema=./db/schema/*.ts", "--name=missing", ...out);
const added = migrations().filter((name) => !before.includes(name));
for (const name of added) {
  console.error(
    `migrations: the schema is ahead of drizzle/; npm run db:generate would write\n${readFileSync(join(copy, name), "utf8")}`,
  );
}
rmSync(copy, { recursive: true, force: true });
const heavy = heavyFaults(before.map((name) => ({ name, text: readFileSync(join("drizzle", name), "utf8") })));
for (const fault of heavy) console.error(`migrations: ${fault}`);
if (before.length === 0) console.error("migrations: there are none; the check proves nothing");
else if (isWell()) console.log(`migrations: ${before.length}, in step with the schema`);
process.exitCode = before.length > 0 && isWell() ? 0 : 1;

function isWell(): boolean {
  return sound && added.length === 0 && heavy.length === 0;
}

function migrations(): string[] {
  return readdirSync(copy).filter((name) => name.endsWith(".sql"));
}

/** Quiet while it goes well. drizzle-kit asks where a column may have been renamed; nobody is there to answer. */
function run(...args: string[]): boolean {
  const { status, stdout, stderr } = spawnSync(process.execPath, [kit, ...args], { encoding: "utf8", timeout: 60_000 });
  if (status !== 0) console.error(stdout, stderr);
  return status === 0;
}
