import "server-only";
import { env } from "@/lib/env";

/**
 * On https our cookies are `__Host-`: the browser then refuses any with a Domain or a narrower Path, so a neighbouring
 * subdomain, which is another tenant, can neither read nor plant one. A plain local site cannot have the prefix.
 */
export function areCookiesSecure(): boolean {
  return env().NODE_ENV === "production" && !env().MANDAP_LOCAL;
}

const named = (name: string) => (areCookiesSecure() ? `__Host-mandap.${name}` : `mandap.${name}`);

export const sessionCookie = () => named("session");
export const csrfCookie = () => named("csrf");
export const callbackCookie = () => named("callback");
/** The secret that binds a code to the browser that asked for it. */
export const browserCookie = () => named("browser");

/** Of every cookie that says who somebody is. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: areCookiesSecure() } as const;
}
