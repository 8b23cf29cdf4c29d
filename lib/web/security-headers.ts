// Read by proxy.ts for each page and by next.config.ts for everything else, so it imports nothing.

export type CspInput = {
  nonce: string;
  /** RAZORPAY_CHECKOUT_URL and RAZORPAY_API_URL: the checkout is a script that opens a frame. */
  checkoutUrl: string;
  apiUrl: string;
  development: boolean;
};

const RAZORPAY_SCRIPTS = "https://cdn.razorpay.com";
const RAZORPAY_TELEMETRY = "https://lumberjack.razorpay.com";

/**
 * Scripts run by nonce only: pages are rendered for the host that asks, so each answer can carry its own. Styles may be
 * inline, since the checkout writes its overlay that way.
 */
export function contentSecurityPolicy({ nonce, checkoutUrl, apiUrl, development }: CspInput): string {
  const checkout = new URL(checkoutUrl).origin;
  const api = new URL(apiUrl).origin;
  const razorpay = unique([checkout, api]).join(" ");
  const https = [checkout, api].every((origin) => origin.startsWith("https:"));
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' ${checkout} ${RAZORPAY_SCRIPTS}${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${RAZORPAY_SCRIPTS}`,
    "font-src 'self'",
    `connect-src 'self' ${razorpay} ${RAZORPAY_TELEMETRY}${development ? " ws:" : ""}`,
    `frame-src 'self' ${razorpay}`,
    `form-action 'self' ${razorpay}`,
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "manifest-src 'self'",
    "worker-src 'self'",
  ];
  if (!development && https) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}

/** What every answer carries, pages, API and files alike. */
export const BASE_HEADERS: readonly { key: string; value: string }[] = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin-allow-popups" },
  {
    key: "Permissions-Policy",
    value: "otp-credentials=(self), payment=(self), camera=(), microphone=(), geolocation=(), browsing-topics=()",
  },
];

/** Two years. Sent over https alone: a plain local site must stay reachable. */
export const HSTS = { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" };

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
