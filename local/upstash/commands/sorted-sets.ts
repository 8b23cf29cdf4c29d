import { CommandError, type Store } from "../store";
import { at, type Command, command, float, integer, pairs, type Result, syntaxError } from "./command";

type Member = [name: string, score: number];

/** Members by score, then by name. */
function sorted(store: Store, key: string): Member[] {
  const members = [...(store.read(key, "zset") ?? [])];
  return members.sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
}

/** "5" includes five, "(5" leaves it out, "-inf" and "+inf" are the ends. */
function bound(text: string): { value: number; open: boolean } {
  const open = text.startsWith("(");
  return { value: float(open ? text.slice(1) : text), open };
}

function byScore(members: Member[], from: string, to: string): Member[] {
  const [low, high] = [bound(from), bound(to)];
  return members.filter(
    ([, score]) =>
      (low.open ? score > low.value : score >= low.value) && (high.open ? score < high.value : score <= high.value),
  );
}

function zadd(store: Store, args: string[]): Result {
  const key = at(args, 0);
  const flags = new Set<string>();
  let index = 1;
  for (; /^(NX|XX|GT|LT|CH|INCR)$/i.test(at(args, index)); index++) flags.add(at(args, index).toUpperCase());
  const given = pairs(args.slice(index)).map(([score, name]): Member => [name, float(score)]);
  if (flags.has("NX") && flags.has("XX")) throw syntaxError();
  if (flags.has("INCR") && given.length !== 1) {
    throw new CommandError("ERR INCR option supports a single increment-element pair");
  }
  const set = store.open(key, { type: "zset", data: new Map() });
  let [added, changed, last] = [0, 0, null as number | null];
  for (const [name, score] of given) {
    const old = set.get(name);
    const next = flags.has("INCR") ? (old ?? 0) + score : score;
    const refused =
      old === undefined
        ? flags.has("XX")
        : flags.has("NX") || (flags.has("GT") && next <= old) || (flags.has("LT") && next >= old);
    if (refused) continue;
    set.set(name, next);
    last = next;
    if (old === undefined) added++;
    else if (old !== next) changed++;
  }
  store.dropIfEmpty(key);
  if (flags.has("INCR")) return last === null ? null : String(last);
  return flags.has("CH") ? added + changed : added;
}

function zrange(store: Store, args: string[]): Result {
  const [key, from, to] = [at(args, 0), at(args, 1), at(args, 2)];
  const flags = new Set<string>();
  let limit: [number, number] | null = null;
  for (let index = 3; index < args.length; index++) {
    const option = at(args, index).toUpperCase();
    if (option === "LIMIT") limit = [integer(at(args, ++index)), integer(at(args, ++index))];
    else if (["BYSCORE", "REV", "WITHSCORES"].includes(option)) flags.add(option);
    else throw syntaxError();
  }
  const reverse = flags.has("REV");
  const members = sorted(store, key);
  if (reverse) members.reverse();
  let found: Member[];
  if (flags.has("BYSCORE")) found = reverse ? byScore(members, to, from) : byScore(members, from, to);
  else found = slice(members, integer(from), integer(to));
  if (limit) found = found.slice(limit[0], limit[1] < 0 ? undefined : limit[0] + limit[1]);
  return flags.has("WITHSCORES")
    ? found.flatMap(([name, score]) => [name, String(score)])
    : found.map(([name]) => name);
}

function slice(members: Member[], from: number, to: number): Member[] {
  const start = from < 0 ? Math.max(members.length + from, 0) : from;
  return members.slice(start, (to < 0 ? members.length + to : to) + 1);
}

export const sortedSets: Record<string, Command> = {
  ZADD: command(-3, zadd),
  ZRANGE: command(-3, zrange),
  ZCARD: command(1, (store, args) => store.read(at(args, 0), "zset")?.size ?? 0),
  ZREMRANGEBYSCORE: command(3, (store, args) => {
    const key = at(args, 0);
    const set = store.read(key, "zset");
    const gone = byScore(sorted(store, key), at(args, 1), at(args, 2));
    for (const [name] of gone) set?.delete(name);
    store.dropIfEmpty(key);
    return gone.length;
  }),
};
