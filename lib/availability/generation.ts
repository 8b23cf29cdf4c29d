import "server-only";
import { readGeneration, type TenantId } from "@/db/client";

type Reading = { running: Promise<unknown>; next: Promise<number | null> | null };

const readings = new Map<string, Reading>();

/**
 * A venue's generation, read after this call began: whoever has just written sees its own write. Callers that arrive
 * while a read is under way share the one that follows it, so a crowd costs the database two statements, not one each.
 */
export function freshGeneration(tenantId: TenantId, venueId: string): Promise<number | null> {
  const key = `${tenantId}/${venueId}`;
  const read = (): Promise<number | null> => {
    const running = readGeneration(tenantId, venueId);
    const reading: Reading = { running, next: null };
    readings.set(key, reading);
    const done = () => {
      if (readings.get(key) === reading) readings.delete(key);
    };
    running.then(done, done);
    return running;
  };
  const current = readings.get(key);
  if (!current) return read();
  current.next ??= current.running.then(read, read);
  return current.next;
}
