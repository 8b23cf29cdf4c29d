/** Redis's key space in memory: values by type, with expiry. */

type Shapes = { string: string; hash: Map<string, string>; set: Set<string>; zset: Map<string, number> };
export type ValueType = keyof Shapes;
type ValueOf<T extends ValueType> = { type: T; data: Shapes[T] };
export type Value = { [T in ValueType]: ValueOf<T> }[ValueType];
type Entry = Value & { expiresAt: number | null };

/** An error that the caller gets as `{ "error": … }`. */
export class CommandError extends Error {}

export const wrongType = () => new CommandError("WRONGTYPE Operation against a key holding the wrong kind of value");

const SWEEP_EVERY = 1_000;

export class Store {
  #entries = new Map<string, Entry>();
  #writes = 0;

  entry(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (!entry || entry.expiresAt === null || entry.expiresAt > Date.now()) return entry;
    this.#entries.delete(key);
    return undefined;
  }

  /** The data of a key of this type; `undefined` where there is none. */
  read<T extends ValueType>(key: string, type: T): Shapes[T] | undefined {
    const entry = this.entry(key);
    if (!entry) return undefined;
    if (!isOf(entry, type)) throw wrongType();
    return entry.data;
  }

  /** The same; where there is none, the empty one given is kept. */
  open<T extends ValueType>(key: string, empty: Value & ValueOf<T>): Shapes[T] {
    const found = this.read(key, empty.type);
    if (found) return found;
    this.set(key, empty, null);
    return empty.data;
  }

  set(key: string, value: Value, expiresAt: number | null): void {
    this.#entries.set(key, { ...value, expiresAt });
    if (++this.#writes % SWEEP_EVERY === 0) this.keys();
  }

  expire(key: string, expiresAt: number | null): boolean {
    const entry = this.entry(key);
    if (entry) entry.expiresAt = expiresAt;
    return entry !== undefined;
  }

  delete(key: string): boolean {
    return this.entry(key) !== undefined && this.#entries.delete(key);
  }

  /** Redis keeps no empty hash, set or sorted set. */
  dropIfEmpty(key: string): void {
    const entry = this.entry(key);
    if (entry && entry.type !== "string" && entry.data.size === 0) this.#entries.delete(key);
  }

  /** The living keys; forgets the others. */
  keys(): string[] {
    return [...this.#entries.keys()].filter((key) => this.entry(key));
  }

  clear(): void {
    this.#entries.clear();
  }
}

function isOf<T extends ValueType>(value: Value, type: T): value is Value & ValueOf<T> {
  return value.type === type;
}
