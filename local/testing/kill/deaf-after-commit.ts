import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * A way to Postgres on which the answer to a write's COMMIT never arrives: the write is done, and whoever asked for it does not
 * know. `whenHeld` is told as soon as that is so.
 */
export async function deafAfterCommit(databaseUrl: string, written: string) {
  const there = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let tellHeld: () => void = () => undefined;
  const whenHeld = new Promise<void>((resolve) => {
    tellHeld = resolve;
  });
  const server = createServer((near) => {
    const far = connect(Number(there.port || 5432), there.hostname);
    let hasWritten = false;
    let isHeld = false;
    near.on("data", (bytes) => {
      const text = bytes.toString("latin1");
      hasWritten ||= text.includes(written);
      // What the driver sends last in the transaction that wrote.
      isHeld ||= hasWritten && /commit/i.test(text);
      far.write(bytes);
    });
    far.on("data", (bytes) => (isHeld ? tellHeld() : near.write(bytes)));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on("close", () => other.destroy());
      one.on("error", () => other.destroy());
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  };
  return { url: url.href, whenHeld, close };
}
