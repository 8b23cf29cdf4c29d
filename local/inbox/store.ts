import { randomUUID } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { parseJson } from "../http";

const messageSchema = z.object({
  id: z.string(),
  channel: z.enum(["sms", "whatsapp", "email"]),
  /** A phone as +919876543210, or an e-mail address. */
  to: z.string(),
  text: z.string(),
  at: z.string(),
});
export type Message = z.infer<typeof messageSchema>;

const KEPT = 5_000;

/** Messages, newest first, in memory and (with a file) across restarts. */
export class MessageStore {
  #messages: Message[] = [];

  constructor(private readonly file?: string) {
    if (!file || !existsSync(file)) return;
    const lines = readFileSync(file, "utf8").split("\n").filter(Boolean).slice(-KEPT);
    const parsed = lines.map((line) => messageSchema.safeParse(parseJson(line)));
    this.#messages = parsed.flatMap((line) => (line.success ? [line.data] : [])).reverse();
  }

  add(channel: Message["channel"], to: string, text: string): Message {
    const message = { id: randomUUID(), channel, to: address(to), text, at: new Date().toISOString() };
    this.#messages.unshift(message);
    this.#messages.length = Math.min(this.#messages.length, KEPT);
    if (this.file) appendFileSync(this.file, `${JSON.stringify(message)}\n`);
    return message;
  }

  list(to?: string): Message[] {
    if (!to) return this.#messages;
    const wanted = address(to);
    return this.#messages.filter((message) => message.to === wanted);
  }

  clear(): void {
    this.#messages = [];
    if (this.file) writeFileSync(this.file, "");
  }
}

/** "919876543210", " 919876543210" (a plus read as a space) and "+91 98765 43210" are one phone. */
function address(to: string): string {
  if (to.includes("@")) return to.trim().toLowerCase();
  return `+${to.replace(/\D/g, "")}`;
}
