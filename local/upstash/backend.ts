import { collections } from "./commands/collections";
import { ANY, type Command, type Result } from "./commands/command";
import { keys } from "./commands/keys";
import { sortedSets } from "./commands/sorted-sets";
import { strings } from "./commands/strings";
import { CommandError, Store } from "./store";

export type Answer = { result: Result } | { error: string };
/** Runs a list of commands; `atomic` as one transaction. */
export type Backend = { run: (commands: string[][], atomic: boolean) => Promise<Answer[]>; close: () => Promise<void> };

const COMMANDS = new Map<string, Command>(Object.entries({ ...strings, ...keys, ...collections, ...sortedSets }));

/** One list runs without a pause, so every list is atomic. */
export function memoryBackend(): Backend {
  const store = new Store();
  return {
    run: async (commands) => commands.map((args) => runOne(store, args)),
    close: async () => store.clear(),
  };
}

function runOne(store: Store, [name = "", ...args]: string[]): Answer {
  try {
    return { result: find(name, args).run(store, args) };
  } catch (error) {
    if (error instanceof CommandError) return { error: error.message };
    throw error;
  }
}

function find(name: string, args: string[]): Command {
  const command = COMMANDS.get(name.toUpperCase());
  if (!command) throw new CommandError(`ERR unknown command '${name}'`);
  const { arity } = command;
  const fits = arity === ANY || (arity < 0 ? args.length >= -arity : args.length === arity);
  if (!fits) throw new CommandError(`ERR wrong number of arguments for '${name.toLowerCase()}' command`);
  return command;
}

/** The same in front of a real Redis. */
export async function redisBackend(url: string): Promise<Backend> {
  const { Redis } = await import("ioredis");
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  redis.on("error", (error) => console.error(`Redis: ${error.message}`));
  return {
    run: async (commands, atomic) => {
      const batch = atomic ? redis.multi() : redis.pipeline();
      for (const [name = "", ...args] of commands) batch.call(name, ...args);
      const replies = (await batch.exec()) ?? [];
      return replies.map(([error, result]) => (error ? { error: error.message } : { result: result as Result }));
    },
    close: async () => redis.disconnect(),
  };
}
