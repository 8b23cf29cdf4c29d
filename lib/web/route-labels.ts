import { readFileSync } from "node:fs";
import { join } from "node:path";

/** More than the house has; whoever invents addresses does not fill our memory. */
const MOST = 300;
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
const OTHER = "other";

const known = new Set<string>();

/** A label that metrics may carry: itself, or `other` once there are too many. */
export function bounded(label: string): string {
  if (known.has(label)) return label;
  if (known.size >= MOST) return OTHER;
  known.add(label);
  return label;
}

/** An address of the API that no contract names, as a pattern. What was not found or not allowed is nobody's. */
export function patternOf(path: string, status: number): string {
  return [400, 401, 404, 405].includes(status) ? OTHER : path.replaceAll(UUID, "{id}");
}

type Manifest = { node?: Record<string, { exportedName?: string }> };
let names: Map<string, string> | undefined;

/** The name of a server action by its id, out of the build; in development there is none to read. */
export function actionName(id: string): string {
  names ??= readNames();
  return names.get(id) ?? "unknown";
}

function readNames(): Map<string, string> {
  try {
    const file = join(process.cwd(), ".next", "server", "server-reference-manifest.json");
    const { node = {} } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
    return new Map(
      Object.entries(node).flatMap(([id, { exportedName }]) => (exportedName ? [[id, exportedName]] : [])),
    );
  } catch {
    return new Map();
  }
}
