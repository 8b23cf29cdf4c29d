import { createHash, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { Faults } from "../faults";
import { type Call, json, parseJson, type Reply, type Service, serve } from "../http";
import { type Answer, memoryBackend, redisBackend } from "./backend";
import type { Result } from "./commands/command";

const argument = z.union([z.string(), z.number(), z.boolean(), z.null()]).transform((value) => String(value ?? ""));
const commandSchema = z.array(argument).min(1);
const listSchema = z.array(commandSchema);

export type UpstashOptions = { port: number; token: string; redisUrl?: string | undefined };

/** Upstash's REST protocol: `POST /`, `/pipeline`, `/multi-exec`, with a bearer token. */
export async function startUpstash(options: UpstashOptions): Promise<Service> {
  const backend = options.redisUrl ? await redisBackend(options.redisUrl) : memoryBackend();
  const handle = async (call: Call): Promise<Reply> => {
    if (!isAllowed(call, options.token)) return json({ error: "WRONGPASS invalid or missing auth token" }, 401);
    if (call.method !== "POST") return json({ error: "ERR only POST is served here" }, 405);
    const body = parseJson(call.body);
    const encode = call.headers["upstash-encoding"] === "base64" ? inBase64 : (answer: Answer) => answer;
    if (call.url.pathname === "/") {
      const command = commandSchema.safeParse(body);
      if (!command.success) return json({ error: "ERR failed to parse command" }, 400);
      const [answer = { error: "ERR no answer" }] = await backend.run([command.data], false);
      return json(encode(answer), "error" in answer ? 400 : 200);
    }
    const atomic = call.url.pathname === "/multi-exec";
    if (!atomic && call.url.pathname !== "/pipeline") return json({ error: "ERR not found" }, 404);
    const list = listSchema.safeParse(body);
    if (!list.success) return json({ error: "ERR failed to parse pipeline request" }, 400);
    return json((await backend.run(list.data, atomic)).map(encode));
  };
  const service = await serve({ port: options.port, handle, faults: new Faults() });
  return {
    ...service,
    close: async () => {
      await service.close();
      await backend.close();
    },
  };
}

function isAllowed(call: Call, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(call.headers.authorization ?? ""), digest(`Bearer ${token}`));
}

/** Strings travel as base64, "OK" excepted; errors stay readable. */
function inBase64(answer: Answer): Answer {
  return "error" in answer ? answer : { result: encoded(answer.result) };
}

function encoded(result: Result): Result {
  if (Array.isArray(result)) return result.map(encoded);
  return typeof result === "string" && result !== "OK" ? Buffer.from(result).toString("base64") : result;
}
