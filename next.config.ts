import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { BASE_HEADERS } from "./lib/web/security-headers";

// Nobody is told that somebody builds or develops Mandap.
process.env.NEXT_TELEMETRY_DISABLED ??= "1";

const config: NextConfig = {
  poweredByHeader: false,
  // For the image alone (Dockerfile): `next start` wants the ordinary build.
  ...(process.env.MANDAP_STANDALONE === "1" ? { output: "standalone" } : {}),
  reactStrictMode: true,
  // It would print what people type, phone numbers included.
  logging: { serverFunctions: false },
  // Next's badge would cover the price in the bar at the bottom of a phone's page.
  devIndicators: false,
  allowedDevOrigins: ["127.0.0.1", "*.localhost"],
  // Nothing asks for a resized picture, so nobody else may have one made.
  images: { unoptimized: true },
  serverExternalPackages: ["pino", "pg-boss", "prom-client"],
  headers: async () => [{ source: "/:path*", headers: [...BASE_HEADERS] }],
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
