import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** The first free port from `wanted` on, leaving out those already given away. */
export async function freePort(wanted: number, given: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = wanted; port < wanted + 200; port++) {
    if (!given.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 199}`);
}

async function isFree(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", undefined]) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Waits until something listens there. */
export async function whenListening(port: number, interrupted: AbortSignal): Promise<void> {
  while (!interrupted.aborted && !(await accepts(port))) await sleep(100);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
