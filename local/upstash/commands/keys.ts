import { CommandError, type Store } from "../store";
import { ANY, at, type Command, command, glob, integer, type Result, syntaxError } from "./command";

const count = (args: string[], test: (key: string) => boolean) => args.filter(test).length;

function expire(store: Store, args: string[], unit: number): Result {
  const key = at(args, 0);
  const expiresAt = Date.now() + integer(at(args, 1)) * unit;
  const option = args[2]?.toUpperCase();
  const now = store.entry(key)?.expiresAt ?? null;
  if (option === "NX" && now !== null) return 0;
  if (option === "XX" && now === null) return 0;
  if (option === "GT" && (now === null || expiresAt <= now)) return 0;
  if (option === "LT" && now !== null && expiresAt >= now) return 0;
  if (option && !["NX", "XX", "GT", "LT"].includes(option)) throw new CommandError(`ERR Unsupported option ${option}`);
  return store.expire(key, expiresAt) ? 1 : 0;
}

function left(store: Store, key: string, unit: number): Result {
  const entry = store.entry(key);
  if (!entry) return -2;
  return entry.expiresAt === null ? -1 : Math.round((entry.expiresAt - Date.now()) / unit);
}

/** The cursor is a place in the list of keys: good enough for a list that fits in memory. */
function scan(store: Store, args: string[]): Result {
  const from = integer(at(args, 0));
  let [size, match, type] = [10, "*", ""];
  for (let index = 1; index < args.length; index += 2) {
    const [option, value] = [at(args, index).toUpperCase(), at(args, index + 1)];
    if (option === "COUNT") size = integer(value);
    else if (option === "MATCH") match = value;
    else if (option === "TYPE") type = value.toLowerCase();
    else throw syntaxError();
  }
  const keys = store.keys();
  const pattern = glob(match);
  const found = keys.slice(from, from + size).filter((key) => pattern.test(key));
  const next = from + size < keys.length ? from + size : 0;
  return [String(next), found.filter((key) => !type || store.entry(key)?.type === type)];
}

function flush(store: Store): Result {
  store.clear();
  return "OK";
}

export const keys: Record<string, Command> = {
  DEL: command(-1, (store, args) => count(args, (key) => store.delete(key))),
  UNLINK: command(-1, (store, args) => count(args, (key) => store.delete(key))),
  EXISTS: command(-1, (store, args) => count(args, (key) => store.entry(key) !== undefined)),
  EXPIRE: command(-2, (store, args) => expire(store, args, 1_000)),
  PEXPIRE: command(-2, (store, args) => expire(store, args, 1)),
  TTL: command(1, (store, args) => left(store, at(args, 0), 1_000)),
  PTTL: command(1, (store, args) => left(store, at(args, 0), 1)),
  TYPE: command(1, (store, args) => store.entry(at(args, 0))?.type ?? "none"),
  SCAN: command(-1, scan),
  KEYS: command(1, (store, args) => store.keys().filter((key) => glob(at(args, 0)).test(key))),
  DBSIZE: command(0, (store) => store.keys().length),
  FLUSHDB: command(ANY, flush),
  FLUSHALL: command(ANY, flush),
  PING: command(ANY, (_store, args) => args[0] ?? "PONG"),
};
