import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { rawClient } from "@/db/client";

const LOCK = 424_242;

/** A server of its own process, which asks Postgres for a lock before it answers `/slow`. */
const SERVER = `
import { createServer } from "node:http";
import { rawClient } from "./db/client.ts";
import { isDraining } from "./lib/web/draining.ts";
import { endGracefully } from "./lib/web/end-gracefully.ts";
import { watchRequests } from "./lib/web/watch-requests.ts";
watchRequests();
endGracefully({
  finishJobs: () => new Promise((done) => setTimeout(() => { console.log("jobs finished"); done(); }, 200)),
  flush: async () => console.log("flushed"),
});
const server = createServer(async (request, response) => {
  if (request.url === "/slow") await rawClient()\`select pg_advisory_xact_lock(${LOCK})\`;
  response.end(isDraining() ? "draining" : "serving");
});
server.listen(0, "127.0.0.1", () => console.log("port " + server.address().port));
`;

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill("SIGKILL");
});

async function start(env: Record<string, string> = {}) {
  const flags = ["--conditions=react-server", "--import", "tsx", "--input-type=module", "-e", SERVER];
  const started = spawn(process.execPath, flags, {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  child = started;
  let said = "";
  const port = await new Promise<number>((resolve, reject) => {
    started.once("exit", () => reject(new Error("it did not start")));
    started.stdout.on("data", (chunk) => {
      said += chunk;
      const found = /port (\d+)/.exec(said)?.[1];
      if (found) resolve(Number(found));
    });
  });
  const ended = once(started, "exit").then(([code]) => ({ code, said: said.split("\n").slice(1).filter(Boolean) }));
  return { port, ended, end: () => started.kill("SIGTERM") };
}

function ask(port: number, path: string) {
  return new Promise<{ text: string; connection: string | undefined }>((resolve, reject) => {
    get({ port, path, host: "127.0.0.1" }, async (response) => {
      const text = String((await response.toArray()).join(""));
      resolve({ text, connection: response.headers.connection });
    }).on("error", reject);
  });
}

/** Asks for what waits behind a lock, and says once it waits. */
async function askSlowly(port: number) {
  const holding = await rawClient().reserve();
  await holding`select pg_advisory_lock(${LOCK})`;
  const answer = ask(port, "/slow");
  for (let waiting = 0; waiting === 0; ) {
    const [row] = await rawClient()<{ n: number }[]>`
      select count(*)::int as n from pg_locks where locktype = 'advisory' and objid = ${LOCK} and not granted`;
    waiting = row?.n ?? 0;
  }
  const release = async () => {
    await holding`select pg_advisory_unlock(${LOCK})`;
    holding.release();
  };
  return { answer, release };
}

test("who was waiting for an answer when the server is told to end gets it, and then it ends well", async () => {
  const { port, ended, end } = await start();
  const { answer, release } = await askSlowly(port);
  end();
  await expect
    .poll(() =>
      ask(port, "/").then(
        () => "answered",
        () => "refused",
      ),
    )
    .toBe("refused");
  await release();
  expect(await answer).toEqual({ text: "draining", connection: "close" });
  expect(await ended).toEqual({ code: 0, said: ["jobs finished", "flushed"] });
});

test("a balancer that needs time to notice is served meanwhile, and told", async () => {
  const { port, ended, end } = await start({ SHUTDOWN_DRAIN_SECONDS: "2" });
  expect(await ask(port, "/")).toMatchObject({ text: "serving" });
  end();
  await expect.poll(() => ask(port, "/")).toEqual({ text: "draining", connection: "close" });
  expect(await ended).toMatchObject({ code: 0 });
});
