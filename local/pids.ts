import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { parseJson } from "./http";
import { end, processInfo } from "./processes";

const recordSchema = z.object({ pid: z.number(), started: z.string() });
const fileSchema = z.record(z.string(), recordSchema);
type Records = z.infer<typeof fileSchema>;

/** Who runs on behalf of this `.local`, on disk, so that a start after a crash can clear up. */
export class Pids {
  #file: string;
  #records: Records = {};

  constructor(dir: string) {
    this.#file = join(dir, "pids.json");
  }

  /** The supervisor that runs right now, if one does. */
  running(): number | null {
    const supervisor = this.#read().supervisor;
    return supervisor && isSame(supervisor) ? supervisor.pid : null;
  }

  /** Ends what an earlier run left behind; returns their names. */
  async clearOrphans(): Promise<string[]> {
    const left = Object.entries(this.#read()).filter(([, record]) => isSame(record));
    await Promise.all(left.map(([, record]) => end(record.pid, [["SIGTERM", 3_000]], true)));
    this.forgetAll();
    return left.map(([name]) => name);
  }

  add(name: string, pid: number): void {
    const info = processInfo(pid);
    if (!info) return;
    this.#records[name] = { pid, started: info.started };
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#records, null, 2));
    renameSync(`${this.#file}.new`, this.#file);
  }

  forgetAll(): void {
    this.#records = {};
    rmSync(this.#file, { force: true });
  }

  #read(): Records {
    if (!existsSync(this.#file)) return {};
    const parsed = fileSchema.safeParse(parseJson(readFileSync(this.#file, "utf8")));
    return parsed.success ? parsed.data : {};
  }
}

/** A pid alone may have been given to someone else since: its start time and kind must match too. */
function isSame(record: z.infer<typeof recordSchema>): boolean {
  const info = processInfo(record.pid);
  return info !== null && info.started === record.started && /node|next|tsx/.test(info.command);
}
