import { expect } from "@playwright/test";

type Message = { id: string; channel: string; to: string; text: string; at: string };

/** The messages that a phone was sent, newest first. */
export async function messagesTo(phone: string): Promise<Message[]> {
  const answer = await fetch(`${process.env.E2E_INBOX_URL}/messages?to=${encodeURIComponent(phone)}`);
  return answer.json();
}

/** The newest code that a phone was sent; waits for it, and for another than `before`. */
export async function codeFor(phone: string, before?: string): Promise<string> {
  let code: string | undefined;
  await expect
    .poll(
      async () => {
        const codes = (await messagesTo(phone)).map(({ text }) => /#(\d{6})\b/.exec(text)?.[1]);
        code = codes.find((each) => each !== undefined);
        return code !== undefined && code !== before;
      },
      { message: `a code for ${phone}`, timeout: 40_000 },
    )
    .toBe(true);
  return code ?? "";
}

/** Waits until a phone has been sent a message that matches. */
export async function expectMessage(phone: string, pattern: RegExp): Promise<void> {
  await expect
    .poll(async () => (await messagesTo(phone)).map(({ text }) => text).join("\n"), { timeout: 60_000 })
    .toMatch(pattern);
}
