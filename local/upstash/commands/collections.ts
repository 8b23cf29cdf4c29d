import { at, type Command, command, pairs } from "./command";

/** Hashes and sets. */
export const collections: Record<string, Command> = {
  HSET: command(-3, (store, args) => {
    const key = at(args, 0);
    const fields = pairs(args.slice(1));
    const hash = store.open(key, { type: "hash", data: new Map() });
    const before = hash.size;
    for (const [field, value] of fields) hash.set(field, value);
    return hash.size - before;
  }),
  HGET: command(2, (store, args) => store.read(at(args, 0), "hash")?.get(at(args, 1)) ?? null),
  HGETALL: command(1, (store, args) => [...(store.read(at(args, 0), "hash") ?? [])].flat()),
  HDEL: command(-2, (store, [key = "", ...fields]) => {
    const hash = store.read(key, "hash");
    const removed = fields.filter((field) => hash?.delete(field)).length;
    store.dropIfEmpty(key);
    return removed;
  }),
  SADD: command(-2, (store, [key = "", ...members]) => {
    const set = store.open(key, { type: "set", data: new Set<string>() });
    const before = set.size;
    for (const member of members) set.add(member);
    return set.size - before;
  }),
  SREM: command(-2, (store, [key = "", ...members]) => {
    const set = store.read(key, "set");
    const removed = members.filter((member) => set?.delete(member)).length;
    store.dropIfEmpty(key);
    return removed;
  }),
  SMEMBERS: command(1, (store, args) => [...(store.read(at(args, 0), "set") ?? [])]),
};
