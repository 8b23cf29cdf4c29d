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
  const values = [...text.matchAll(/\{\s*(\w+)\s*(?=[,}])/g)].map(([, name]) => name ?? "");
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => `<${name}>`);
  return [...new Set([...values.filter((name) => !isPluralText(text, name)), ...tags])].toSorted().join(" ");
}

/** `{दिवस}` inside `one {दिवस}` is a form's words, not a value; a form follows a selector, a value never does. */
function isPluralText(text: string, name: string): boolean {
  const form = new RegExp(`(?:=\\d+|zero|one|two|few|many|other|\\w+)\\s+\\{\\s*${name}\\s*\\}`);
  return (
    /,\s*(plural|select|selectordinal)\s*,/.test(text) &&
    form.test(text) &&
    !new RegExp(`\\{\\s*${name}\\s*,`).test(text)
  );
}

/**
 * Keys that no source names. Code may put a path together (`t(\`state.${state}\`)`), so a key counts as used when
 * every part of its path stands somewhere as a word; tsc sees to it that code asks for no key that is missing.
 */
export function unused(words: Words, sources: string[]): string[] {
  const said = new Set(sources.flatMap((source) => withoutComments(source).match(/[\p{L}\p{N}_]+/gu) ?? []));
  return [...words.keys()].filter((key) => !key.split(".").every((part) => said.has(part)));
}

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
