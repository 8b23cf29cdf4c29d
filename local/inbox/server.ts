import { randomBytes } from "node:crypto";
import * as z from "zod";
import { Faults } from "../faults";
import { type Call, json, parseJson, type Reply, type Service, serve } from "../http";
import { inboxPage } from "./page";
import { MessageStore } from "./store";

/** MSG91's flow call: one template, one set of variables for each recipient. */
const flowSchema = z.object({
  template_id: z.string().min(1),
  sender: z.string().optional(),
  short_url: z.union([z.string(), z.number()]).optional(),
  recipients: z.array(z.looseObject({ mobiles: z.union([z.string(), z.number()]) })).min(1),
});
const whatsappSchema = z.looseObject({ to: z.string().min(3), text: z.string() });
const emailSchema = z.looseObject({
  to: z.string().includes("@"),
  subject: z.string().default(""),
  text: z.string().optional(),
  html: z.string().optional(),
});

/** Takes the messages that the app sends, and shows them on a page and as JSON. */
export function startInbox(options: { port: number; file?: string | undefined }): Promise<Service> {
  const store = new MessageStore(options.file);
  const handle = (call: Call): Reply => {
    switch (`${call.method} ${call.url.pathname}`) {
      case "GET /":
        return inboxPage();
      case "GET /messages":
        return json(store.list(call.url.searchParams.get("to") ?? undefined));
      case "DELETE /messages":
        store.clear();
        return { status: 204, body: "" };
      case "POST /api/v5/flow":
      case "POST /api/v5/flow/":
        return takeFlow(store, call);
      case "POST /whatsapp":
        return take(whatsappSchema, call, ({ to, text }) => store.add("whatsapp", to, text));
      case "POST /email":
        return take(emailSchema, call, (email) => store.add("email", email.to, emailText(email)));
      default:
        return json({ type: "error", message: "Not found" }, 404);
    }
  };
  return serve({ port: options.port, handle, faults: new Faults() });
}

function takeFlow(store: MessageStore, call: Call): Reply {
  if (!call.headers.authkey) return json({ type: "error", message: "Authentication failure", code: "201" }, 401);
  const flow = flowSchema.safeParse(parseJson(call.body));
  if (!flow.success) return json({ type: "error", message: z.prettifyError(flow.error) }, 400);
  for (const { mobiles, text, ...variables } of flow.data.recipients) {
    const shown = typeof text === "string" ? text : Object.values(variables).join(" ");
    for (const mobile of String(mobiles).split(",")) store.add("sms", mobile, shown);
  }
  return json({ type: "success", message: randomBytes(12).toString("hex") });
}

function take<T>(schema: z.ZodType<T>, call: Call, add: (value: T) => { id: string }): Reply {
  const parsed = schema.safeParse(parseJson(call.body));
  if (!parsed.success) return json({ type: "error", message: z.prettifyError(parsed.error) }, 400);
  return json({ type: "success", id: add(parsed.data).id });
}

function emailText(email: z.infer<typeof emailSchema>): string {
  const plain = (email.html ?? "").replace(/<(style|script)[\s\S]*?<\/\1>/gi, "").replace(/<[^>]+>/g, " ");
  return [email.subject, email.text ?? plain.replace(/\s+/g, " ").trim()].filter(Boolean).join("\n\n");
}
