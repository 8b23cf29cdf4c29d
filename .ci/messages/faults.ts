/** What may be wrong with the words of the three languages. Keys are dotted paths, values the ICU texts. */
export type Words = Map<string, string>;

export function flatten(value: unknown, path = ""): Words {
  if (typeof value === "string") return new Map([[path, value]]);
  const entries = Object.entries(value ?? {});
  return new Map(entries.flatMap(([key, child]) => [...flatten(child, path ? `${path}.${key}` : key)]));
}

/** Keys, placeholders and tags must agree between the languages, and no text may be empty. */
export function mismatches(languages: Record<string, Words>): string[] {
  const all = new Set(Object.values(languages).flatMap((words) => [...words.keys()]));
  return [...all].flatMap((key) => {
    const texts = Object.entries(languages).map(([language, words]) => ({ language, text: words.get(key) }));
    const missing = texts.filter(({ text }) => !text?.trim()).map(({ language }) => `${key} is missing in ${language}`);
    if (missing.length > 0) return missing;
    const shapes = new Set(texts.map(({ text }) => shapeOf(text ?? "")));
    return shapes.size > 1 ? [`${key} takes other values in another language: ${[...shapes].join(" | ")}`] : [];
  });
}

/** The values and tags that a text needs, whatever its order and plural forms. */
function shapeOf(text: string): string {
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => `<${name}>`);
  return [...new Set([...valuesOf(text), ...tags])].toSorted().join(" ");
}

/**
 * The values that are shown. One that only chooses between forms (`{count, plural, …}` without a `#`) is left to each
 * language: some have no forms to choose from. A brace opens a value where a text stands, and a form's text where a
 * selector stands before it (`one {दिवस}`).
 */
function valuesOf(text: string): string[] {
  const values: string[] = [];
  const open: ("value" | "form")[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "}") open.pop();
    if (text[at] !== "{") continue;
    const isForm = open.at(-1) === "value";
    open.push(isForm ? "form" : "value");
    const [, name, chooses] = /^\{\s*(\w+)\s*(,\s*(?:plural|select|selectordinal)\b)?/.exec(text.slice(at)) ?? [];
    if (!isForm && name && (!chooses || text.includes("#"))) values.push(name);
  }
  return values;
}

/**
 * Keys that no source names. Code may put a path together (`t(\`state.${state}\`)`), so a key counts as used when
 * every part of its path stands somewhere as a word, dashes taken apart; tsc sees to it that code asks for no key that is missing.
 */
export function unused(words: Words, sources: string[]): string[] {
  const said = new Set(sources.flatMap((source) => withoutComments(source).match(/[\p{L}\p{N}_]+/gu) ?? []));
  return [...words.keys()].filter((key) => !key.split(/[.-]/).every((part) => said.has(part)));
}

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
