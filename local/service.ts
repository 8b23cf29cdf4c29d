import * as z from "zod";
import type { Service } from "./http";
import { startInbox } from "./inbox/server";
import { startRazorpay } from "./razorpay/server";
import { startUpstash } from "./upstash/server";

/**
 * One stand-in as a process of its own, so that it can be killed and started again. Its options come in the
 * environment (a command line is public), and it ends when its supervisor is gone.
 */
const optionsSchema = z.object({
  port: z.number(),
  file: z.string().optional(),
  token: z.string().default(""),
  redisUrl: z.string().optional(),
  keyId: z.string().default(""),
  keySecret: z.string().default(""),
  webhookSecret: z.string().default(""),
  webhookUrl: z.string().default(""),
});
export type ServiceOptions = z.input<typeof optionsSchema>;
type Parsed = z.output<typeof optionsSchema>;

const services: Record<string, (options: Parsed) => Promise<Service>> = {
  inbox: startInbox,
  razorpay: startRazorpay,
  upstash: startUpstash,
};

const start = services[process.argv[2] ?? ""];
if (!start) throw new Error(`Which service? One of ${Object.keys(services).join(", ")}`);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(0));
process.on("disconnect", () => process.exit(0));
const service = await start(optionsSchema.parse(JSON.parse(process.env.LOCAL_SERVICE ?? "{}")));
process.send?.({ ready: service.url });
