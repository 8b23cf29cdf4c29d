import type { Services } from "./services";

/** What runs where, and how to log in. */
export function banner(services: Services, app: boolean): string {
  const site = `http://localhost:${services.port}`;
  const rows = [
    ...(app ? [{ name: "Mandap", where: site }] : []),
    ...(app ? [{ name: "", where: `http://nanded.localhost:${services.port} (a second hall)` }] : []),
    ...services.rows,
  ];
  const width = Math.max(...rows.map(({ name }) => name.length));
  const where = rows.map(({ name, where }) => `  ${name.padEnd(width)}  ${hidePassword(where)}`);
  return ["", ...where, "", ...logIn(services.inboxUrl), ""].join("\n");
}

function logIn(inboxUrl: string | null): string[] {
  return [
    "  Log in with a phone number:",
    "    family   any Indian mobile, e.g. +91 98765 43210",
    "    manager  +91 98000 00001",
    "    owner    +91 98000 00002",
    inboxUrl ? `  The code arrives at ${inboxUrl}` : "  The code arrives on that phone: MSG91 is the real one.",
  ];
}

const hidePassword = (text: string) => text.replace(/(\/\/[^:/@]+):[^@]+@/, "$1:…@");
