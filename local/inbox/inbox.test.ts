import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "../http";
import { startInbox } from "./server";

const dir = mkdtempSync(join(tmpdir(), "mandap-inbox-"));
const file = join(dir, "inbox.jsonl");
let inbox: Service;

beforeAll(async () => {
  inbox = await startInbox({ port: 0, file });
});
afterAll(async () => {
  await inbox.close();
  rmSync(dir, { recursive: true });
});
beforeEach(() => fetch(`${inbox.url}/messages`, { method: "DELETE" }));

const post = (path: string, body: unknown, headers: Record<string, string> = { authkey: "key" }) =>
  fetch(inbox.url + path, { method: "POST", headers, body: JSON.stringify(body) });
const sms = (mobiles: string, text: string) =>
  post("/api/v5/flow", { template_id: "t", sender: "MANDAP", short_url: "0", recipients: [{ mobiles, text }] });
const messages = async (query = "") => (await fetch(`${inbox.url}/messages${query}`)).json();

describe("the inbox", () => {
  it("takes MSG91's flow call and shows it under the phone, newest first", async () => {
    const answer = await sms("919876543210", "Your code is 123456");
    expect(await answer.json()).toMatchObject({ type: "success" });
    await sms("919876543210", "दुसरा संदेश");
    await sms("919800000001", "someone else");
    for (const to of ["+919876543210", "%2B919876543210", "919876543210"]) {
      const found = await messages(`?to=${to}`);
      expect(found.map(({ text }: { text: string }) => text)).toEqual(["दुसरा संदेश", "Your code is 123456"]);
    }
    const [last] = await messages();
    expect(last).toEqual({
      id: expect.any(String),
      channel: "sms",
      to: "+919800000001",
      text: "someone else",
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
  });

  it("takes WhatsApp and e-mail", async () => {
    await post("/whatsapp", { to: "+919876543210", text: "नमस्कार" });
    await post("/email", { to: "Asha@Example.com", subject: "Receipt", html: "<p>Paid <b>₹100</b></p>" });
    const found = await messages();
    expect(found).toMatchObject([
      { channel: "email", to: "asha@example.com", text: "Receipt\n\nPaid ₹100" },
      { channel: "whatsapp", to: "+919876543210", text: "नमस्कार" },
    ]);
  });

  it("refuses a call without a key, and one it cannot read", async () => {
    expect((await post("/api/v5/flow", {}, {})).status).toBe(401);
    expect((await post("/api/v5/flow", { recipients: [] })).status).toBe(400);
    expect(await messages()).toEqual([]);
  });

  it("keeps messages across a restart until they are emptied", async () => {
    await sms("919876543210", "kept");
    const second = await startInbox({ port: 0, file });
    const kept = await (await fetch(`${second.url}/messages`)).json();
    expect(kept).toMatchObject([{ text: "kept" }]);
    await second.close();
    expect((await fetch(`${inbox.url}/messages`, { method: "DELETE" })).status).toBe(204);
    expect(await messages()).toEqual([]);
  });

  it("has a page of its own, and misbehaves on command", async () => {
    const page = await fetch(inbox.url);
    expect(await page.text()).toContain("<title>Mandap inbox</title>");
    await post("/__control", { status: 502, times: 1, path: "/api" });
    expect((await sms("919876543210", "lost")).status).toBe(502);
    expect((await sms("919876543210", "sent")).status).toBe(200);
    expect(await messages()).toHaveLength(1);
  });
});
