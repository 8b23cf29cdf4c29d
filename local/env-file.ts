import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What the supervisor adds to the environment, for as long as it runs: so that `npm run db:studio` and the browser
 * tests reach the same services. It holds secrets of this machine alone, and only its owner may read it.
 */
export class EnvFile {
  readonly #path: string;

  constructor(dir: string) {
    this.#path = join(dir, "env");
  }

  write(env: NodeJS.ProcessEnv): void {
    const isAdded = ([name, value]: [string, string | undefined]) =>
      value !== undefined && (name === "PORT" || process.env[name] !== value);
    const added = Object.entries(env).filter(isAdded);
    this.remove();
    writeFileSync(this.#path, added.map(([name, value]) => `${name}='${value}'\n`).join(""), { mode: 0o600 });
  }

  remove(): void {
    rmSync(this.#path, { force: true });
  }
}
