import "server-only";
import type { Attributes, SpanStatusCode, Tracer } from "@opentelemetry/api";
import type { SpanProcessor } from "@opentelemetry/sdk-trace-base";
import { version } from "@/package.json";
import { env } from "./env";
import { metrics, watchProcess } from "./metrics";
import { exportMetrics } from "./otlp-metrics";
import { currentRequest } from "./request-context";

// One a process, and none where nobody collects traces: their library is then not even loaded.
const held = globalThis as typeof globalThis & { mandapTracer?: Tracer };

const ERROR: SpanStatusCode.ERROR = 2;

/**
 * Sends traces and metrics to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names. Returns what sends the rest before the
 * process ends.
 */
export async function startTelemetry(): Promise<() => Promise<void>> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, METRICS_TOKEN, ...settings } = env();
  if (endpoint || METRICS_TOKEN) watchProcess();
  if (!endpoint) return async () => {};
  const service = settings.OTEL_SERVICE_NAME;
  const [{ registerOTel }, { trace, ProxyTracerProvider }] = await Promise.all([
    import("@vercel/otel"),
    import("@opentelemetry/api"),
  ]);
  registerOTel({
    ...{ serviceName: service, attributes: { "service.version": version } },
    spanProcessors: [withoutQueries, "auto"],
    instrumentationConfig: { fetch: { ignoreUrls: [endpoint] } },
  });
  held.mandapTracer = trace.getTracer("mandap", version);
  const { flush } = exportMetrics(metrics().registry, {
    ...{ endpoint, headers: settings.OTEL_EXPORTER_OTLP_HEADERS, everyMs: settings.OTEL_METRIC_EXPORT_INTERVAL },
    ...{ service, version },
  });
  return async () => {
    const known = trace.getTracerProvider();
    const provider: object = known instanceof ProxyTracerProvider ? known.getDelegate() : known;
    const traces = "forceFlush" in provider && typeof provider.forceFlush === "function" && provider.forceFlush();
    await Promise.allSettled([traces, flush()]);
  };
}

/** What stands behind a question mark is a person's: whom somebody looked for, or a token. */
export const withoutQueries: SpanProcessor = {
  onStart: (span) => {
    for (const [key, value] of Object.entries(span.attributes)) {
      if (typeof value === "string") span.setAttribute(key, withoutQuery(value));
    }
    span.updateName(withoutQuery(span.name));
  },
  onEnd: () => {},
  forceFlush: async () => {},
  shutdown: async () => {},
};

const withoutQuery = (text: string) => text.replace(/\?\S*/g, "");

/** `work` as a span of the trace that is under way. */
export function inSpan<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  const tracer = held.mandapTracer;
  if (!tracer) return work();
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      const requestId = currentRequest()?.requestId;
      if (requestId) span.setAttribute("mandap.request_id", requestId);
      return await work();
    } catch (error) {
      span.setStatus({ code: ERROR, message: error instanceof Error ? error.name : "unknown" });
      throw error;
    } finally {
      span.end();
    }
  });
}
