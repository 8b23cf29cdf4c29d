import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const dockerfile = readFileSync("Dockerfile", "utf8");
const ignored = readFileSync(".dockerignore", "utf8").split("\n").filter(Boolean);

/** What the last stage copies out of the project itself. */
const copied = [...dockerfile.slice(dockerfile.indexOf(" AS image")).matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
  ([, paths = ""]) => paths.split(" "),
);

test("the image copies what is there, and nothing that is kept from it", () => {
  expect(copied).toContain("worker.ts");
  expect(copied.filter((path) => !existsSync(path))).toEqual([]);
  expect(copied.filter((path) => ignored.includes(path))).toEqual([]);
});

test("the worker and the migrations import nothing that is not in the image", () => {
  const files = copied.flatMap((path) => (path.includes(".") ? [path] : sourcesIn(path)));
  const outside = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/from "@\/([^"/]+)/g)]
      .map(([, root = ""]) => root)
      .filter((root) => !copied.includes(root) && !copied.includes(`${root}.ts`))
      .map((root) => `${file} → ${root}`),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(outside).toEqual([]);
});

test("what only tests and the build need is not in the image", () => {
  const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  // npm leaves out what is marked `dev` alone, and keeps what is an optional peer of something as well.
  const kept = Object.keys(devDependencies).filter((name) => !packages[`node_modules/${name}`].dev);
  const [, removed = ""] = /rm -rf (.+) \\\n/.exec(dockerfile) ?? [];
  const gone = removed.split(" ");
  expect(kept).toContain("typescript");
  expect(kept.filter((name) => !gone.includes(name) && !gone.includes(name.split("/")[0] ?? ""))).toEqual([]);
  for (const name of ["sharp", "playwright-core", "@next/swc-*"]) expect(gone).toContain(name);
  // Sharp resizes pictures, should somebody want that one day.
  expect(readFileSync("next.config.ts", "utf8")).toContain("images: { unoptimized: true }");
});

test("secrets and local data never reach a build", () => {
  for (const path of [".env", ".env.*", ".local*", "deploy", "backups", ".git"]) expect(ignored).toContain(path);
});

test("what compose runs and mounts is there", () => {
  const compose = readFileSync("compose.yaml", "utf8");
  const scripts = [...compose.matchAll(/--conditions=react-server, ([\w./-]+)\]/g)].map(([, path = ""]) => path);
  const mounts = [...compose.matchAll(/- \.\/(deploy[\w/-]*):/g)].map(([, path = ""]) => path);
  expect(scripts).toEqual(["worker.ts", "db/migrate.ts"]);
  expect([...scripts, ...mounts.filter((path) => path !== "deploy/certs")].filter((path) => !existsSync(path))).toEqual(
    [],
  );
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith("testing/"))
    .map((name) => join(folder, name));
}
