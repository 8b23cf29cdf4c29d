import "server-only";
import { asCommand, isOfDatabase, sentencesOf } from "@/db/command-line";
import { API_SCOPES } from "@/lib/core/permissions";
import { IncompleteEnv } from "@/lib/env";
import { keyFor } from "./key-for";

const USAGE = `
npm run --silent api-key -- --tenant SLUG (--role owner|manager|staff | --scopes A,B) [--name NAME] [--days N]

Makes a key of the API for a hall and prints it: it is shown this once. Without --days it lasts until it is revoked.
Scopes: ${API_SCOPES.join(", ")}
`;

await asCommand(
  // Whatever reads the output gets the key alone.
  async () => console.log(await keyFor(process.argv.slice(2))),
  async (error) => {
    const sentences = await sentencesOf(error, (option) => `--${option}`);
    // How to ask is not what was wrong then.
    return error instanceof IncompleteEnv || isOfDatabase(error) ? sentences : `${sentences}\n${USAGE}`;
  },
);
