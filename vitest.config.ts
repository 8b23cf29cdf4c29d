import { fileURLToPath } from "node:url";
import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const shared = {
  resolve: { alias: { "@": root }, conditions: ["react-server", ...defaultServerConditions] },
  ssr: { resolve: { conditions: ["react-server", ...defaultServerConditions], externalConditions: ["react-server"] } },
};
const ignored = ["**/node_modules/**", "e2e/**", ".next/**"];

/** Where .ci/run collects what each runner counted. */
const results = process.env.RESULTS_DIR;

export default defineConfig({
  test: {
    reporters: results ? ["default", ["json", { outputFile: `${results}/vitest-${process.pid}.json` }]] : ["default"],
    projects: [
      { ...shared, test: { name: "unit", include: ["**/*.test.{ts,tsx}"], exclude: [...ignored, "**/*.db.test.ts"] } },
      {
        ...shared,
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: ignored,
          globalSetup: ["./local/testing/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
