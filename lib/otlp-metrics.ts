import "server-only";
import type { MetricObjectWithValues, MetricValue, Registry } from "prom-client";
import { log } from "./log";

type Target = {
  endpoint: string;
  /** As OTEL_EXPORTER_OTLP_HEADERS has them: `name=value,name=value`. */
  headers: string | undefined;
  everyMs: number;
  service: string;
  version: string;
};

/**
 * Sends what the registry counts to an OpenTelemetry collector (OTLP over HTTP as JSON), so that there is one list of
 * metrics, whoever reads them. A collector that is away costs a line in the log.
 */
export function exportMetrics(registry: Registry, target: Target): { flush: () => Promise<void> } {
  const startedAt = Date.now();
  const url = `${target.endpoint.replace(/\/$/, "")}/v1/metrics`;
  let isAway = false;
  const flush = async () => {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...headersOf(target.headers) },
        body: JSON.stringify(toOtlp(await registry.getMetricsAsJSON(), target, startedAt)),
        signal: AbortSignal.timeout(5000),
      });
      if (!response.ok) throw new Error(`the collector answers ${response.status}`);
      isAway = false;
    } catch (error) {
      if (!isAway) log.warn({ reason: String(error).slice(0, 200) }, "metrics were not sent");
      isAway = true;
    }
  };
  setInterval(flush, target.everyMs).unref();
  return { flush };
}

function headersOf(list = ""): Record<string, string> {
  const pairs = list.split(",").map((pair) => pair.split("="));
  return Object.fromEntries(
    pairs.flatMap(([name = "", ...value]) =>
      name.trim() ? [[name.trim(), decodeURIComponent(value.join("=").trim())]] : [],
    ),
  );
}

const nanoseconds = (milliseconds: number) => `${milliseconds}000000`;
const text = (key: string, value: string | number) => ({ key, value: { stringValue: String(value) } });
const CUMULATIVE = 2;

type Metrics = MetricObjectWithValues<MetricValue<string>>[];

/** Counters as sums, histograms as histograms, everything else as gauges. */
export function toOtlp(found: Metrics, { service, version }: Pick<Target, "service" | "version">, startedAt: number) {
  const times = { startTimeUnixNano: nanoseconds(startedAt), timeUnixNano: nanoseconds(Date.now()) };
  const point = ({ value, labels }: MetricValue<string>) => ({
    ...{ ...times, asDouble: value },
    attributes: Object.entries(labels).map(([key, label]) => text(key, label ?? "")),
  });
  const metrics = found.map(({ name, help, type, values }) => {
    const described = { name, description: help };
    switch (String(type)) {
      case "counter":
        return {
          ...described,
          sum: { aggregationTemporality: CUMULATIVE, isMonotonic: true, dataPoints: values.map(point) },
        };
      case "histogram":
        return {
          ...described,
          histogram: { aggregationTemporality: CUMULATIVE, dataPoints: histogramPoints(name, values, times) },
        };
      default:
        return { ...described, gauge: { dataPoints: values.map(point) } };
    }
  });
  const resource = { attributes: [text("service.name", service), text("service.version", version)] };
  return { resourceMetrics: [{ resource, scopeMetrics: [{ scope: { name: "mandap" }, metrics }] }] };
}

type Series = { labels: [string, string | number][]; bounds: number[]; upTo: number[]; count: number; sum: number };

/** Prometheus counts what is below each bound, OTLP what is between two. */
function histogramPoints(name: string, values: (MetricValue<string> & { metricName?: string })[], times: object) {
  const series = new Map<string, Series>();
  for (const { metricName, labels, value } of values) {
    const { le, ...rest } = labels as Record<string, string | number>;
    const key = JSON.stringify(rest);
    const one = series.get(key) ?? { labels: Object.entries(rest), bounds: [], upTo: [], count: 0, sum: 0 };
    series.set(key, one);
    if (metricName === `${name}_sum`) one.sum = value;
    else if (metricName === `${name}_count`) one.count = value;
    else if (le !== undefined && le !== "+Inf") {
      one.bounds.push(Number(le));
      one.upTo.push(value);
    }
  }
  return [...series.values()].map(({ labels, bounds, upTo, count, sum }) => ({
    ...{ ...times, count: String(count), sum, explicitBounds: bounds },
    bucketCounts: [...upTo, count].map((total, index) => String(total - (index === 0 ? 0 : (upTo[index - 1] ?? 0)))),
    attributes: labels.map(([key, label]) => text(key, label)),
  }));
}
