import { join } from "node:path";
import type { NextConfig } from "next";

/** What Next costs by itself: a route that answers, a page with nothing on it. */
const config: NextConfig = {
  poweredByHeader: false,
  turbopack: { root: join(import.meta.dirname, "..", "..") },
  // Next looks for proxy.ts and instrumentation.ts in the folders above as well; the site's must not count here.
  pageExtensions: ["bare.tsx", "bare.ts"],
};

export default config;
