export type Document = { path: string; text: string };

export type World = {
  /** Whether a file or a folder is in the repository, or is one that an operator makes. */
  exists: (path: string) => boolean;
  /** The names at the top of the repository: what begins with one of them is taken for a path. */
  top: ReadonlySet<string>;
  scripts: ReadonlySet<string>;
  /** The text of a document, for its headings. */
  read: (path: string) => string | undefined;
};

/** What a document names that is not there: links, headings, paths and npm scripts. */
export function documentFaults({ path, text }: Document, world: World): string[] {
  const code = [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map(([span]) => span).join("\n");
  return [
    ...[...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) => linkFaults({ path, text }, target, world)),
    ...[...code.matchAll(/npm run (?:--silent |-s )?([\w:-]+)/g)].flatMap(([, script = ""]) =>
      world.scripts.has(script) ? [] : [`no script ${script}`],
    ),
    ...pathsIn(code, world.top).flatMap((named) => (world.exists(named) ? [] : [`no ${named}`])),
  ].map((fault) => `${path}: ${fault}`);
}

function linkFaults({ path, text }: Document, target: string, { exists, read }: World): string[] {
  if (/^[a-z]+:/.test(target)) return [];
  const [file = "", heading] = target.split("#");
  const to = file === "" ? path : joined(path.split("/").slice(0, -1), file);
  if (file !== "" && !exists(to)) return [`no ${to}`];
  const headings = headingsOf(file === "" ? text : (read(to) ?? ""));
  return heading === undefined || headings.has(heading) ? [] : [`no heading #${heading} in ${to}`];
}

function joined(folder: string[], file: string): string {
  const parts = [...folder];
  for (const part of file.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** As GitHub makes an anchor of a heading. */
function headingsOf(text: string): Set<string> {
  const titles = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) => title.toLowerCase());
  return new Set(titles.map((title) => title.replace(/[^\p{L}\p{N} -]/gu, "").replaceAll(" ", "-")));
}

/** Paths from the top of the repository; one with a `*` or an ellipsis in it stands for many and is left out. */
function pathsIn(code: string, top: ReadonlySet<string>): string[] {
  const named = [...code.matchAll(/(?<![\w/.@:}-])([\w.-]+)\/[\w.[\]()@/-]*[\w\])/]/g)];
  return named.flatMap((found) => {
    const [whole, first = ""] = found;
    const after = found.input.slice(found.index + whole.length)[0] ?? "";
    return top.has(first) && !/[*…{<$]/.test(after) ? [whole.replace(/\/$/, "")] : [];
  });
}

/** Variables of the server that no document says anything of, and variables in a document that nothing reads. */
export function variableFaults(env: string, tables: readonly Document[], others: string, sources: string): string[] {
  const known = [...env.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name = ""]) => name);
  const told = tables.map(({ text }) => text).join("\n") + others;
  const silent = known.filter((name) => !OWN.has(name) && !new RegExp(`\\b${name}\\b`).test(told));
  const unread = tables.flatMap(({ path, text }) => {
    const rows = [...text.matchAll(/^\| (`[A-Z][A-Z0-9_]+`(?:, `[A-Z][A-Z0-9_]+`)*) \|/gm)];
    const names = rows.flatMap(([, cell = ""]) => cell.replaceAll("`", "").split(", "));
    return names.filter((name) => !sources.includes(name)).map((name) => `${path}: nothing reads ${name}`);
  });
  return [...silent.map((name) => `${name} is told of nowhere`), ...unread];
}

/** Set by Node and by the supervisor of `npm run dev`, never by a person. */
const OWN = new Set(["NODE_ENV", "MANDAP_LOCAL"]);
