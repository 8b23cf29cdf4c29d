import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/locale";
import { API_SCOPES } from "@/lib/core/permissions";
import { loadMessages } from "@/lib/i18n/load-messages";
import { PRESETS, SCOPE_GROUPS, scopeWord } from "./key-scopes";

test("every scope stands in one group, and nothing else does", () => {
  expect(SCOPE_GROUPS.flatMap(({ scopes }) => [...scopes]).toSorted()).toEqual(API_SCOPES.toSorted());
});

test("presets hold scopes, and reading alone writes nothing", () => {
  for (const { scopes } of PRESETS) {
    expect(API_SCOPES.filter((scope) => scopes.some((one) => one === scope))).toHaveLength(scopes.length);
  }
  const [readOnly] = PRESETS;
  expect(readOnly.scopes.filter((scope) => !scope.endsWith(".read"))).toEqual([]);
});

test.each(LOCALES)("each has words of its own in %s, and there are words for nothing else", async (locale) => {
  const words = (await loadMessages(locale)).admin.setup.keys;
  const said = API_SCOPES.map((scope) => scopeWord(words, scope));
  expect(said.filter((word, n) => word === API_SCOPES[n])).toEqual([]);
  expect(new Set(said).size).toBe(API_SCOPES.length);
  expect(Object.values(words.scopes).flatMap((verbs) => Object.values(verbs))).toHaveLength(API_SCOPES.length);
});
