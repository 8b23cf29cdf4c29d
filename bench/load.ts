import autocannon, { type Sent } from "autocannon";

const CONNECTIONS = 16;
export const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const WARM_UP = Math.min(2, SECONDS);

export type Target = { port: number; headers?: Record<string, string>; request?: Sent; path?: string };
export type Load = { p50: number; p99: number; perSecond: number; errors: number };

/** Sixteen connections for some seconds, after a warm-up that is not counted. Times in milliseconds. */
export async function load(target: Target): Promise<Load> {
  await fire(target, WARM_UP);
  const { latency, requests, errors, timeouts, non2xx, ...rest } = await fire(target, SECONDS);
  const unwanted = non2xx - rest["3xx"];
  return {
    ...{ p50: latency.p50, p99: latency.p99 },
    ...{ perSecond: requests.total / rest.duration, errors: errors + timeouts + Math.max(unwanted, 0) },
  };
}

function fire({ port, headers = {}, request = {}, path = "/" }: Target, duration: number) {
  return autocannon({
    url: `http://127.0.0.1:${port}`,
    ...{ connections: CONNECTIONS, duration, headers, timeout: 20, requests: [{ path, ...request }] },
  });
}

export type Row = Load & { name: string; against: string; ratio: number };

/** Measures something between two runs of what it is held against: machines get slower and faster. */
export async function beside(name: string, against: string, yardstick: Target, target: Target): Promise<Row> {
  const before = await load(yardstick);
  const measured = await load(target);
  const after = await load(yardstick);
  const ratio = measured.perSecond / ((before.perSecond + after.perSecond) / 2);
  console.log(`${name}: ${Math.round(measured.perSecond)}/s, ${ratio.toFixed(2)} of ${against}`);
  return { ...measured, name, against, ratio };
}
