import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { CONTRACTS } from "../../app/api/v1/_contract/all";
import { openApiDocument } from "../../lib/web/api/openapi";
import type { Route } from "./routes";
import { isJson, type Json } from "./schemas";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const FILE = "docs/openapi.json";
const V1 = join("app", "api", "v1");

export const generated = (version: string): Json => openApiDocument(CONTRACTS, version);
export const textOf = (document: Json): string => `${JSON.stringify(document, null, 2)}\n`;

export function inTree(): string | undefined {
  try {
    return readFileSync(join(ROOT, FILE), "utf8");
  } catch {
    return undefined;
  }
}

/** The document as it was committed there; undefined where that commit has none, or there is no git. */
export function inCommit(commit: string): Json | undefined {
  try {
    const args = ["show", `${commit}:${FILE}`];
    const document: unknown = JSON.parse(
      execFileSync("git", args, {
        cwd: ROOT,
        encoding: "utf8",
        maxBuffer: 2 ** 26,
        stdio: ["ignore", "pipe", "ignore"],
      }),
    );
    return isJson(document) ? document : undefined;
  } catch {
    return undefined;
  }
}

export const versionOf = (document: Json): string =>
  isJson(document.info) && typeof document.info.version === "string" ? document.info.version : "0.0.0";

export async function readRoutes(): Promise<Route[]> {
  const files = readdirSync(join(ROOT, V1), { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|\/)route\.tsx?$/.test(file.replaceAll("\\", "/")),
  );
  return Promise.all(
    files.toSorted().map(async (name) => {
      const file = join(V1, name);
      const exported: Record<string, unknown> = await import(pathToFileURL(join(ROOT, file)).href);
      return { file: file.replaceAll("\\", "/"), exported };
    }),
  );
}
