import { CommandError, type Store } from "../store";
import { at, type Command, command, integer, pairs, type Result, syntaxError } from "./command";

const OK = "OK";

/** An expiry given as EX, PX, EXAT or PXAT → the instant, in milliseconds. */
export function expiryOf(unit: string, text: string): number {
  const value = integer(text);
  if (value <= 0) throw new CommandError("ERR invalid expire time in 'set' command");
  const milliseconds = unit.startsWith("EX") ? value * 1_000 : value;
  return unit.endsWith("AT") ? milliseconds : Date.now() + milliseconds;
}

function set(store: Store, args: string[]): Result {
  const key = at(args, 0);
  let expiresAt: number | null = null;
  const flags = new Set<string>();
  for (let index = 2; index < args.length; index++) {
    const option = at(args, index).toUpperCase();
    if (["EX", "PX", "EXAT", "PXAT"].includes(option)) {
      if (expiresAt !== null) throw syntaxError();
      expiresAt = expiryOf(option, at(args, ++index));
    } else if (["NX", "XX", "GET", "KEEPTTL"].includes(option)) flags.add(option);
    else throw syntaxError();
  }
  if ((flags.has("NX") && flags.has("XX")) || (flags.has("KEEPTTL") && expiresAt !== null)) throw syntaxError();
  const old = flags.has("GET") ? (store.read(key, "string") ?? null) : null;
  const before = store.entry(key);
  if (flags.has("NX") ? before : flags.has("XX") && !before) return old;
  store.set(key, { type: "string", data: at(args, 1) }, flags.has("KEEPTTL") ? (before?.expiresAt ?? null) : expiresAt);
  return flags.has("GET") ? old : OK;
}

function setFor(store: Store, args: string[], unit: "EX" | "PX"): Result {
  store.set(at(args, 0), { type: "string", data: at(args, 2) }, expiryOf(unit, at(args, 1)));
  return OK;
}

function add(store: Store, key: string, step: number): Result {
  const value = integer(store.read(key, "string") ?? "0") + step;
  store.set(key, { type: "string", data: String(value) }, store.entry(key)?.expiresAt ?? null);
  return value;
}

export const strings: Record<string, Command> = {
  GET: command(1, (store, args) => store.read(at(args, 0), "string") ?? null),
  SET: command(-2, set),
  SETEX: command(3, (store, args) => setFor(store, args, "EX")),
  PSETEX: command(3, (store, args) => setFor(store, args, "PX")),
  INCR: command(1, (store, args) => add(store, at(args, 0), 1)),
  DECR: command(1, (store, args) => add(store, at(args, 0), -1)),
  INCRBY: command(2, (store, args) => add(store, at(args, 0), integer(at(args, 1)))),
  MGET: command(-1, (store, args) =>
    args.map((key) => {
      const entry = store.entry(key);
      return entry?.type === "string" ? entry.data : null;
    }),
  ),
  MSET: command(-2, (store, args) => {
    for (const [key, data] of pairs(args)) store.set(key, { type: "string", data }, null);
    return OK;
  }),
};
