import "server-only";
import * as z from "zod";
import { closePool } from "@/db/client";
import { API_SCOPES } from "@/lib/core/permissions";
import { log } from "@/lib/log";
import { keyFor } from "./key-for";

const USAGE = `
npm run --silent api-key -- --tenant SLUG (--role owner|manager|staff | --scopes A,B) [--name NAME] [--days N]

Makes a key of the API for a hall and prints it: it is shown this once. Without --days it lasts until it is revoked.
Scopes: ${API_SCOPES.join(", ")}
`;

function sentenceOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues
      .map(({ path, message }) => [...path.map((part) => `--${String(part)}`), message].join(": "))
      .join("\n");
  }
  return error instanceof Error ? error.message : String(error);
}

// Whatever reads the output gets the key alone.
log.level = "silent";
try {
  console.log(await keyFor(process.argv.slice(2)));
} catch (error) {
  console.error(sentenceOf(error));
  console.error(USAGE);
  process.exitCode = 1;
} finally {
  await closePool();
}
