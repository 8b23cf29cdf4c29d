import { existsSync } from "node:fs";
import { join } from "node:path";

// What the commands of package.json load first, so that the environment is there when anything else reads it.
// `.env.local` goes before `.env`, that before what the local services wrote down; what is set already, before all.
for (const file of [".env.local", ".env"]) load(file);
load(join(process.env.LOCAL_DIR || ".local", "env"));

function load(file: string): void {
  if (existsSync(file)) process.loadEnvFile(file);
}
