import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { ROOT } from "./site";

const manifest = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string().optional(), filename: z.string().optional() })),
});

/** The id under which the production build knows a server action. */
export function actionId(name: string): string {
  const file = join(ROOT, ".next", "server", "server-reference-manifest.json");
  const { node } = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  const found = Object.entries(node).find(([, action]) => action.exportedName === name);
  if (!found) throw new Error(`the build has no action ${name}`);
  return found[0];
}

/** What a browser sends when a page calls an action with plain values. */
export function actionCall(id: string, host: string, cookie: string, input: object) {
  return {
    method: "POST" as const,
    headers: {
      host,
      // The language's cookie is the proxy's, from the first page on.
      cookie: `${cookie}; NEXT_LOCALE=en`,
      origin: `http://${host}`,
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
      "next-action": id,
    },
    body: JSON.stringify([input]),
  };
}

const answered = z.object({
  data: z.record(z.string(), z.unknown()).optional(),
  serverError: z.object({ code: z.string() }).optional(),
  validationErrors: z.unknown().optional(),
});
export type ActionAnswer = { data?: Record<string, unknown>; code?: string };

/** The action's own result in React's stream: the line that holds `data` or `serverError`. */
export function readAction(body: string): ActionAnswer {
  for (const line of body.split("\n")) {
    const json = /^[0-9a-f]+:(\{.*\})$/.exec(line)?.[1];
    if (!json) continue;
    const { data: result } = answered.safeParse(JSON.parse(json));
    if (result?.data) return { data: result.data };
    if (result?.serverError) return { code: result.serverError.code };
    if (result?.validationErrors) return { code: "INVALID_INPUT" };
  }
  return {};
}
