import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { end } from "../../local/processes";
import { ask } from "../../local/testing/ask";
import { ROOT } from "../site";

export type Balancer = { name: string; stop: () => Promise<void> };

/** nginx with the configuration of deploy/nginx where there is one on the PATH, else a few lines of our own. */
export function startBalancer(port: number, servers: number[]): Promise<Balancer> {
  return nginxVersion() ? startNginx(port, servers) : startOwn(port, servers);
}

function nginxVersion(): string | null {
  try {
    execFileSync("nginx", ["-v"], { stdio: "ignore" });
    return "nginx";
  } catch {
    return null;
  }
}

/** The files as they are deployed, but for what belongs to a machine: TLS, addresses, folders. */
async function startNginx(port: number, servers: number[]): Promise<Balancer> {
  const dir = mkdtempSync(join(tmpdir(), "mandap-nginx-"));
  const put = (name: string, text: string) => writeFileSync(join(dir, name), text);
  const deployed = (name: string) => readFileSync(join(ROOT, "deploy", "nginx", name), "utf8");
  cpSync(join(ROOT, "deploy", "nginx", "locations.conf"), join(dir, "locations.conf"));
  mkdirSync(join(dir, "cache"), { mode: 0o777 });
  const http = deployed("http.conf")
    .replace("/var/cache/nginx/mandap", join(dir, "cache"))
    .replace("/dev/stdout", join(dir, "access.log"));
  put("http.conf", http);
  const [first, second] = servers;
  put(
    "upstream.conf",
    deployed("upstream.conf").replace("app-1:3000", `127.0.0.1:${first}`).replace("app-2:3000", `127.0.0.1:${second}`),
  );
  put("site.conf", `server {\n  listen 127.0.0.1:${port};\n  include locations.conf;\n}\n`);
  put(
    "nginx.conf",
    deployed("nginx.conf").replace("/tmp/nginx.pid", join(dir, "pid")).replace("/dev/stderr", join(dir, "error.log")),
  );
  const child = spawn("nginx", ["-p", dir, "-c", join(dir, "nginx.conf"), "-g", "daemon off;"], { stdio: "inherit" });
  const stop = async () => {
    if (child.pid) await end(child.pid, [["SIGTERM", 3_000]]);
    rmSync(dir, { recursive: true, force: true });
  };
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(100)) {
    if (child.exitCode !== null) break;
    if (await ask(port, { path: "/icon.svg" }).catch(() => null)) return { name: "nginx", stop };
  }
  await stop();
  throw new Error("nginx did not start");
}

/** Takes turns; whom it cannot reach is left out for two seconds. What a server has begun with is not sent again. */
async function startOwn(port: number, servers: number[]): Promise<Balancer> {
  const awayUntil = new Map<number, number>();
  let turn = 0;
  const proxy = createServer((call, answer) => {
    const body: Buffer[] = [];
    call.on("data", (chunk: Buffer) => body.push(chunk));
    call.on("end", () => {
      turn += 1;
      const inTurn = servers.map((_, n) => servers[(turn + n) % servers.length] ?? 0);
      const here = inTurn.filter((server) => (awayUntil.get(server) ?? 0) < Date.now());
      const headers = { ...call.headers, "x-forwarded-for": call.socket.remoteAddress, "x-forwarded-proto": "http" };
      const tryOne = ([server, ...rest]: number[]) => {
        if (server === undefined) return answer.writeHead(502).end();
        const onward = request({
          host: "127.0.0.1",
          port: server,
          path: call.url,
          method: call.method,
          headers,
          agent: false,
        });
        let isBegun = false;
        onward.on("socket", (socket) => socket.once("connect", () => (isBegun = true)));
        onward.on("response", (reply) => {
          answer.writeHead(reply.statusCode ?? 502, reply.headers);
          reply.on("error", () => answer.destroy()).pipe(answer);
        });
        onward.on("error", () => {
          awayUntil.set(server, Date.now() + 2_000);
          if (answer.headersSent) answer.destroy();
          else tryOne(isBegun && call.method !== "GET" ? [] : rest);
        });
        onward.end(Buffer.concat(body));
      };
      tryOne(here.length > 0 ? here : inTurn);
    });
  });
  await new Promise<void>((ready) => proxy.listen(port, "127.0.0.1", ready));
  return {
    name: "a round-robin proxy",
    stop: async () => {
      proxy.closeAllConnections();
      await new Promise((closed) => proxy.close(closed));
    },
  };
}
