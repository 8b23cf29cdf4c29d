import { fileURLToPath } from "node:url";
import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
/** `module` is for bundlers: Node would be handed files that it cannot read. */
const conditions = ["react-server", ...defaultServerConditions.filter((condition) => condition !== "module")];
const shared = {
  resolve: { alias: { "@": root }, conditions },
  ssr: { resolve: { conditions, externalConditions: ["react-server"] } },
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
