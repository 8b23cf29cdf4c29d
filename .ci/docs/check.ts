import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { readSources } from "../architecture/sources";
import { documentFaults, variableFaults, type World } from "./faults";

/** Fails on a document that names a file, a heading, a script or a variable that is not there. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, "utf8");
const git = (...args: string[]) => spawnSync("git", args, { cwd: root, encoding: "utf8" });

const files = git("ls-files", "--cached", "--others", "--exclude-standard").stdout.split("\n").filter(Boolean);
const known = new Set(files.flatMap((file) => file.split("/").map((_, at, parts) => parts.slice(0, at + 1).join("/"))));
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read("package.json")));
const documents = files.filter((file) => file.endsWith(".md")).map((path) => ({ path, text: read(path) }));

const world: World = {
  // What is ignored is what an operator makes: certificates, secrets.
  exists: (path) => known.has(path) || git("check-ignore", path, `${path}/`).status === 0,
  top: new Set(files.map((file) => file.split("/")[0] ?? file)),
  scripts: new Set(Object.keys(scripts)),
  read: (path) => documents.find((document) => document.path === path)?.text,
};
const tables = documents.filter(({ path }) => path === "README.md" || path.startsWith("docs/"));
const sources = readSources(root).map(({ text }) => text);
const faults = [
  ...documents.flatMap((document) => documentFaults(document, world)),
  ...variableFaults(read("lib/env.ts"), tables, read(".env.example"), sources.join("\n")),
];

for (const fault of new Set(faults)) console.error(`docs: ${fault}`);
if (documents.length === 0) console.error("docs: there are none; the check proves nothing");
const sound = documents.length > 0 && faults.length === 0;
if (sound) console.log(`docs: what ${documents.length} documents name is there`);
process.exitCode = sound ? 0 : 1;
