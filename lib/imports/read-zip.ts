import "server-only";
import { inflateRawSync } from "node:zlib";
import { AppError } from "@/lib/errors";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const COMMENT = 0xffff;
const ENTRIES = 2000;

type Entry = { name: string; method: number; packed: number; start: number };

const unreadable = () => new AppError("INVALID_INPUT", { file: "unreadable" });

/**
 * The files in a ZIP archive, each unpacked when asked for. All together may come to `budget` bytes, whatever their headers
 * say: what would grow beyond is not unpacked further.
 * @throws AppError INVALID_INPUT with `file`: unreadable, tooLarge
 */
export function openZip(bytes: Buffer, budget: number): (name: string) => string | null {
  let left = budget;
  let entries: Map<string, Entry>;
  try {
    entries = listEntries(bytes);
  } catch {
    throw unreadable();
  }
  return (name) => {
    const entry = entries.get(name);
    if (!entry) return null;
    const unpacked = unpack(bytes, entry, left);
    left -= unpacked.length;
    return unpacked.toString("utf8");
  };
}

/** By the directory at the archive's end. Reading outside of the buffer throws. */
function listEntries(bytes: Buffer): Map<string, Entry> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > ENTRIES) throw unreadable();
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw unreadable();
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    if (bytes.readUInt32LE(local) !== LOCAL) throw unreadable();
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    entries.set(name, { name, method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20), start });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - END_SIZE; at >= Math.max(0, bytes.length - END_SIZE - COMMENT); at--) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw unreadable();
}

function unpack(bytes: Buffer, { method, packed, start }: Entry, most: number): Buffer {
  const data = bytes.subarray(start, start + packed);
  if (method === 0) {
    if (data.length > most) throw new AppError("INVALID_INPUT", { file: "tooLarge" });
    return data;
  }
  if (method !== 8) throw unreadable();
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw isTooLarge ? new AppError("INVALID_INPUT", { file: "tooLarge" }) : unreadable();
  }
}
