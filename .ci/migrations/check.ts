import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Fails where db/schema says something that no migration says, or where the migrations contradict each other. */
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
if (before.length === 0) console.error("migrations: there are none; the check proves nothing");
else if (sound && added.length === 0) console.log(`migrations: ${before.length}, in step with the schema`);
process.exitCode = sound && added.length === 0 && before.length > 0 ? 0 : 1;

function migrations(): string[] {
  return readdirSync(copy).filter((name) => name.endsWith(".sql"));
}

/** Quiet while it goes well. drizzle-kit asks where a column may have been renamed; nobody is there to answer. */
function run(...args: string[]): boolean {
  const { status, stdout, stderr } = spawnSync(process.execPath, [kit, ...args], { encoding: "utf8", timeout: 60_000 });
  if (status !== 0) console.error(stdout, stderr);
  return status === 0;
}
