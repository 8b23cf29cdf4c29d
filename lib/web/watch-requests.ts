import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { enterRequest, type RequestContext } from "@/lib/request-context";
import { isDraining } from "./draining";
import { saneId } from "./request-id";
import { actionName, bounded, patternOf } from "./route-labels";

type Started = { request: IncomingMessage; response: ServerResponse; server: Server };

/** What nginx writes too where the caller did not wait for the answer. */
const GONE = 499;

/** What each open calendar asks for every few seconds: it would be most of the log. */
const POLLED = "GET /api/v1/venues/{id}/availability";

/** So long an idle connection stays open: longer than at whoever asks, so that no call meets one that is just being closed. */
const KEEP_ALIVE_MS = 65_000;

const underWay = new Set<ServerResponse>();
const servers = new Set<Server>();

/**
 * Watches every request that this process is sent, below Next: gives it its id, counts it, and writes a line for each
 * call of the API and each action. Node tells of it (`node:diagnostics_channel`) before Next hears.
 */
export function watchRequests(): void {
  subscribe("http.server.request.start", (told) => begin(told as Started));
}

function begin({ request, response, server }: Started): void {
  const began = performance.now();
  servers.add(server);
  // However the server was started: `next start` and the standalone one are each told in another way.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  underWay.add(response);
  metrics().inFlight.inc();
  if (isDraining()) response.setHeader("connection", "close");
  const path = pathOf(request.url);
  const kind = kindOf(path, request);
  const context: RequestContext = { requestId: saneId(request.headers["x-request-id"]) };
  if (kind !== "file") {
    // What runs further in, pages and proxy.ts too, reads it from here.
    request.headers["x-request-id"] = context.requestId;
    response.setHeader("x-request-id", context.requestId);
    enterRequest(context);
  }
  response.once("close", () => {
    underWay.delete(response);
    metrics().inFlight.dec();
    if (kind === "file") return;
    const status = response.writableFinished ? response.statusCode : GONE;
    const ms = performance.now() - began;
    const route = routeOf(kind, path, request, status, context);
    metrics().requests.observe({ route: bounded(route), status }, ms / 1000);
    if (kind === "operations") return;
    const line = { ...context, route, status, ms: Math.round(ms * 10) / 10 };
    if (kind === "page" || (route === POLLED && status < 400)) log.debug(line, kind);
    else log.info(line, "request");
  });
}

type Kind = "api" | "action" | "page" | "operations" | "file";

function kindOf(path: string, { method, headers }: IncomingMessage): Kind {
  if (path.startsWith("/_next/")) return "file";
  if (path === "/health" || path === "/health/live" || path === "/metrics") return "operations";
  if (path.startsWith("/api/")) return "api";
  return method === "POST" && headers["next-action"] !== undefined ? "action" : "page";
}

/** Without ids and without what was asked behind the question mark. */
function routeOf(kind: Kind, path: string, request: IncomingMessage, status: number, context: RequestContext): string {
  const { method = "GET", headers } = request;
  switch (kind) {
    case "action":
      return `action ${actionName(String(headers["next-action"]))}`;
    case "api":
      return context.route ?? `${method} ${patternOf(path, status)}`;
    case "operations":
      return `${method} ${path}`;
    default:
      return kind;
  }
}

function pathOf(url = "/"): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

/** Takes no more connections, and waits until whatever was asked is answered. */
export async function finishRequests(): Promise<void> {
  // A connection that is kept open would bring the next request, and the next.
  for (const response of underWay) if (!response.headersSent) response.setHeader("connection", "close");
  await Promise.all([...servers].map((server) => new Promise<void>((closed) => server.close(() => closed()))));
}
