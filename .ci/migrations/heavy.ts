/** The last of the migrations that were only ever meant for an empty database; docs/decisions.md says why. */
const LAST_OF_THE_FREE = "0006_faster_lists.sql";

export type Migration = { name: string; text: string };

/** What would make people wait while a table is in use: docs/operations.md says what to write instead. */
export function heavyFaults(migrations: Migration[]): string[] {
  return migrations
    .filter(({ name }) => name > LAST_OF_THE_FREE)
    .flatMap(({ name, text }) => {
      const statements = statementsOf(text);
      const made = new Set(statements.flatMap((one) => tableOf(one, /^create table (?:if not exists )?(\S+)/)));
      return statements.flatMap((one) => heavyOf(one, made).map((why) => `${name}: ${why}\n  ${one.slice(0, 120)}`));
    });
}

function heavyOf(statement: string, made: Set<string>): string[] {
  const altered = tableOf(statement, /^alter table (?:if exists )?(?:only )?(\S+)/);
  const indexed = tableOf(statement, /^create (?:unique )?index (?!if not exists ).*? on (?:only )?([^\s(]+)/);
  const isThere = (table: string) => !made.has(table);
  return [
    ...(altered.some(isThere) && /\bstored\b/.test(statement) ? ["a stored column rewrites the table"] : []),
    ...(indexed.some(isThere) ? ["create the index concurrently, before; here `if not exists`"] : []),
    ...(/^drop index (?!if exists )/.test(statement) ? ["drop the index concurrently, before; here `if exists`"] : []),
  ];
}

/** Bare words, one space apart, without comments and quotes. */
function statementsOf(text: string): string[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\/|--.*$/gm, " ").replaceAll('"', "");
  const words = bare.toLowerCase().replaceAll("public.", "").replace(/\s+/g, " ");
  return words
    .split(";")
    .map((one) => one.trim())
    .filter(Boolean);
}

function tableOf(statement: string, pattern: RegExp): string[] {
  const [, table] = pattern.exec(statement) ?? [];
  return table ? [table.replace(/\($/, "")] : [];
}
