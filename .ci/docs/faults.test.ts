import { expect, test } from "vitest";
import { documentFaults, variableFaults, type World } from "./faults";

const files: Record<string, string> = { "docs/a.md": "# Going back\n", "lib/env.ts": "", "README.md": "## The API\n" };
const world: World = {
  exists: (path) => path in files || path === "docs" || path === "lib",
  top: new Set(["docs", "lib", "README.md"]),
  scripts: new Set(["dev", "db:migrate"]),
  read: (path) => files[path],
};
const faults = (text: string, path = "docs/b.md") => documentFaults({ path, text }, world);

test("what is there is no fault", () => {
  const text = "[a](a.md#going-back) [up](../README.md#the-api) [web](https://x.test/y) [here](#b)\n# B\n";
  expect(
    faults(
      `${text}\`npm run db:migrate\`, \`lib/env.ts\`, \`lib/\`, \`/lib/x\`, \`lib/*/gone.ts\`, \`https://x/lib/y\``,
    ),
  ).toEqual([]);
});

test.each([
  ["[a](gone.md)", "no docs/gone.md"],
  ["[a](a.md#going-on)", "no heading #going-on in docs/a.md"],
  ["[a](#nowhere)", "no heading #nowhere in docs/b.md"],
  ["run `npm run gone`", "no script gone"],
  ["```sh\nnpm run --silent gone\n```", "no script gone"],
  ["see `lib/gone.ts`", "no lib/gone.ts"],
])("%j is told", (text, fault) => {
  expect(faults(text)).toEqual([`docs/b.md: ${fault}`]);
});

test("a variable that nobody is told of, and one that nothing reads, are faults", () => {
  const env = "  NODE_ENV: z,\n  PORT: z,\n  NEW_ONE: z,\n";
  const readme = { path: "README.md", text: "| `PORT`, `OLD_ONE` | 3000 | |\n" };
  expect(variableFaults(env, [readme], "", "PORT")).toEqual([
    "NEW_ONE is told of nowhere",
    "README.md: nothing reads OLD_ONE",
  ]);
  expect(variableFaults(env, [readme], "NEW_ONE=1", "PORT OLD_ONE")).toEqual([]);
});
