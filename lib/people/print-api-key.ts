import "server-only";
import { closePool } from "@/db/client";
import { sentencesOf } from "@/db/command-line";
import { API_SCOPES } from "@/lib/core/permissions";
import { IncompleteEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { keyFor } from "./key-for";

const USAGE = `
npm run --silent api-key -- --tenant SLUG (--role owner|manager|staff | --scopes A,B) [--name NAME] [--days N]

Makes a key of the API for a hall and prints it: it is shown this once. Without --days it lasts until it is revoked.
Scopes: ${API_SCOPES.join(", ")}
`;

// Whatever reads the output gets the key alone.
log.level = "silent";
try {
  console.log(await keyFor(process.argv.slice(2)));
} catch (error) {
  console.error(await sentencesOf(error, (option) => `--${option}`));
  // How to ask is not what was wrong then.
  if (!(error instanceof IncompleteEnv)) console.error(USAGE);
  process.exitCode = 1;
} finally {
  await closePool();
}
