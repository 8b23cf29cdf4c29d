import { CommandError, type Store } from "../store";

export type Result = string | number | null | Result[];
export type Command = { arity: number; run: (store: Store, args: string[]) => Result };

export const ANY = Number.NEGATIVE_INFINITY;

/** `arity` counts the arguments after the name; a negative one is a minimum, ANY none. */
export const command = (arity: number, run: Command["run"]): Command => ({ arity, run });

export const syntaxError = () => new CommandError("ERR syntax error");

/** The argument at a place that the arity has promised. */
export function at(args: string[], index: number): string {
  const value = args[index];
  if (value === undefined) throw syntaxError();
  return value;
}

export function integer(text: string): number {
  const value = Number(text);
  if (!/^[+-]?\d+$/.test(text) || !Number.isSafeInteger(value)) {
    throw new CommandError("ERR value is not an integer or out of range");
  }
  return value;
}

export function float(text: string): number {
  if (/^[+-]?inf(inity)?$/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  const value = Number(text);
  if (text.trim() === "" || Number.isNaN(value)) throw new CommandError("ERR value is not a valid float");
  return value;
}

/** ["a", "1", "b", "2"] → [["a", "1"], ["b", "2"]] */
export function pairs(args: string[]): [string, string][] {
  if (args.length === 0 || args.length % 2 !== 0) throw new CommandError("ERR wrong number of arguments");
  return args.flatMap((arg, index): [string, string][] => (index % 2 === 0 ? [[arg, at(args, index + 1)]] : []));
}

/** Redis's glob as a RegExp. */
export function glob(pattern: string): RegExp {
  const source = pattern.replace(/\\(.)|\[\^?[^\]]*\]|[\s\S]/g, (part, escaped: string | undefined) => {
    if (escaped !== undefined) return escapeRegExp(escaped);
    if (part === "*") return "[\\s\\S]*";
    if (part === "?") return "[\\s\\S]";
    return part.length > 1 ? part.replace(/\\/g, "\\\\") : escapeRegExp(part);
  });
  return new RegExp(`^${source}$`);
}

const escapeRegExp = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
