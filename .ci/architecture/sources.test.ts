import { describe, expect, test } from "vitest";
import { SOURCE_RULES, sourceFaults } from "./sources";

const BROKEN: Record<string, { path: string; text: string }[]> = {
  "asPlatform is for few named files": [
    { path: "lib/bookings/peek.ts", text: 'import "server-only";\nimport { asPlatform } from "@/db/client";\n' },
  ],
  "only lib/env.ts reads process.env": [
    { path: "lib/web/route.ts", text: "const secret = process.env.SECRET;\n" },
    { path: "app/page.tsx", text: 'const secret = process["env"].SECRET;\n' },
  ],
  "what reaches the database or a vendor is server-only": [
    { path: "lib/venues/load.ts", text: 'import { inTenant } from "@/db/client";\n' },
    { path: "lib/payments/take.ts", text: 'import {\n  fetchOrder,\n} from "../vendors/razorpay";\n' },
  ],
  "no barrel files": [
    { path: "lib/venues/index.ts", text: "export const venue = 1;\n" },
    { path: "components/ui/all.ts", text: 'export * from "./button";\nexport { Card } from "./card";\n' },
  ],
  "zod is imported as a namespace": [{ path: "lib/venues/input.ts", text: 'import { z } from "zod";\n' }],
};

const SOUND = [
  { path: "db/client.ts", text: 'import "server-only";\nexport function asPlatform() {}\n' },
  { path: "lib/env.ts", text: "export const env = process.env;\n" },
  { path: "instrumentation.ts", text: 'if (process.env.NEXT_RUNTIME === "nodejs") start();\n' },
  { path: "local/run.ts", text: "process.env.PORT;\n" },
  { path: "lib/venues/load.ts", text: 'import "server-only";\nimport { inTenant } from "@/db/client";\n' },
  { path: "lib/venues/types.ts", text: 'import type { Tx } from "@/db/client";\n' },
  { path: "lib/venues/input.ts", text: 'import * as z from "zod";\n' },
];

describe("each rule catches what breaks it", () => {
  for (const { name } of SOURCE_RULES) {
    test(name, () => {
      const broken = BROKEN[name] ?? [];
      expect(broken).not.toEqual([]);
      expect(sourceFaults(broken)).toEqual(broken.map(({ path }) => ({ rule: name, path })));
    });
  }
});

test("what keeps the rules passes", () => {
  expect(sourceFaults(SOUND)).toEqual([]);
});
