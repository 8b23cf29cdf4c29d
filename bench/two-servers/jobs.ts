import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import * as z from "zod";
import { asPlatform, rawClient } from "../../db/client";

const inbox = z.array(z.object({ to: z.string(), text: z.string() }));
const QUIET_WITHIN_MS = 30_000;

export type Jobs = { sent: number; twice: number; waiting: number; sweepsTooMany: number };

/**
 * What became of the jobs of two workers: messages that came in, those that came more often than they were written, and
 * sweeps beyond one a minute. What a killed server had in hand comes again only after a quarter of an hour.
 */
export async function jobsDone(inboxUrl: string): Promise<Jobs> {
  for (const deadline = Date.now() + QUIET_WITHIN_MS; Date.now() < deadline; await sleep(500)) {
    const [row] = await rawClient()<{ open: number }[]>`
      select count(*)::int as open from pgboss.job
       where name in ('notify', 'send-message') and state in ('created', 'retry') and start_after <= now()`;
    if (row?.open === 0) break;
  }
  // What is under way right now.
  await sleep(2_000);
  const written = await asPlatform((tx) =>
    tx.execute<{ recipient: string; text: string; status: string }>(sql`select recipient, text, status from messages`),
  );
  const received = inbox.parse(await (await fetch(`${inboxUrl}/messages`)).json());
  const count = (list: string[]) => {
    const counts = new Map<string, number>();
    for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
    return counts;
  };
  const wanted = count(written.map(({ recipient, text }) => `${recipient} ${text}`));
  const came = count(received.map(({ to, text }) => `${to} ${text}`));
  const twice = [...wanted].filter(([message, times]) => (came.get(message) ?? 0) > times).length;
  const lost = written.filter(({ recipient, text, status }) => status === "sent" && !came.has(`${recipient} ${text}`));
  if (lost.length > 0) throw new Error(`${lost.length} messages count as sent and never came`);
  // By their number and not by the minute: on a busy machine one comes late, and the next on time.
  const [sweeps] = await rawClient()<{ too_many: number }[]>`
    select greatest(count(*) - floor(extract(epoch from now() - min(created_on)) / 60) - 2, 0)::int as too_many
      from pgboss.job where name = 'expire-claims'`;
  return {
    sent: written.filter(({ status }) => status === "sent").length,
    twice,
    waiting: written.filter(({ status }) => status === "queued").length,
    sweepsTooMany: sweeps?.too_many ?? 0,
  };
}
