import { createServer } from "node:http";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { expect, test } from "vitest";
import { exportMetrics } from "./otlp-metrics";

test("a collector gets counters as sums, histograms with what is between their bounds, and the rest as gauges", async () => {
  const registry = new Registry();
  const registers = [registry];
  new Counter({ name: "holds_total", help: "Holds.", labelNames: ["outcome"], registers }).inc({ outcome: "won" }, 3);
  new Gauge({ name: "waiting", help: "Waiting.", registers }).set(7);
  const took = new Histogram({ name: "took", help: "Took.", labelNames: ["route"], buckets: [1, 5], registers });
  for (const seconds of [0.5, 0.7, 3, 60]) took.observe({ route: "page" }, seconds);

  const heard: { url: string | undefined; key: unknown; body: string }[] = [];
  const server = createServer(async (request, response) => {
    heard.push({ url: request.url, key: request.headers["x-key"], body: (await request.toArray()).join("") });
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const endpoint = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const target = { endpoint, headers: "x-key=a%20b,other=1", everyMs: 60_000, service: "mandap", version: "1" };
  await exportMetrics(registry, target).flush();
  server.close();

  expect(heard).toMatchObject([{ url: "/v1/metrics", key: "a b" }]);
  const [{ scopeMetrics }] = JSON.parse(heard[0]?.body ?? "").resourceMetrics;
  expect(scopeMetrics[0].metrics).toMatchObject([
    {
      name: "holds_total",
      sum: {
        ...{ aggregationTemporality: 2, isMonotonic: true },
        dataPoints: [{ asDouble: 3, attributes: [{ key: "outcome", value: { stringValue: "won" } }] }],
      },
    },
    { name: "waiting", gauge: { dataPoints: [{ asDouble: 7 }] } },
    {
      name: "took",
      histogram: {
        dataPoints: [{ count: "4", sum: 64.2, explicitBounds: [1, 5], bucketCounts: ["2", "1", "1"] }],
      },
    },
  ]);
});

test("a collector that is away stops nothing", async () => {
  const target = {
    endpoint: "http://127.0.0.1:9",
    headers: undefined,
    everyMs: 60_000,
    service: "mandap",
    version: "1",
  };
  await expect(exportMetrics(new Registry(), target).flush()).resolves.toBeUndefined();
});
