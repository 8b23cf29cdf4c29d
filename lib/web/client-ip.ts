import { isIP } from "node:net";

/**
 * The address that limits count. Each trusted proxy appends one entry to X-Forwarded-For (Next itself does, where there
 * is none), so the client is the entry `trustedProxies` from the right; what stands left of it, anyone could have written.
 * An IPv6 customer has a whole /64, so that is what counts.
 */
export function clientIp(headers: Headers, trustedProxies: number): string {
  const entries = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  const given = entries.at(-Math.max(trustedProxies, 1)) ?? entries[0] ?? "";
  return network(given.replace(/^\[(.*)\](?::\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1"));
}

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

function network(address: string): string {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped) return mapped;
  switch (isIP(address)) {
    case 4:
      return address;
    case 6:
      return `${groups(address).slice(0, 4).join(":")}::/64`;
    default:
      return "unknown";
  }
}

/** The eight groups of an IPv6 address, `::` filled in. */
function groups(address: string): string[] {
  const [left = "", right] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const head = left ? left.split(":") : [];
  const tail = right ? right.split(":") : [];
  const gap = right === undefined ? 0 : Math.max(8 - head.length - tail.length, 0);
  return [...head, ...Array<string>(gap).fill("0"), ...tail].map((group) => group.replace(/^0+(?=.)/, ""));
}
