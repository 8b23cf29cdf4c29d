import { expect, type FrameLocator, type Page } from "@playwright/test";
import { bookPath, type Free } from "./dates";
import { codeFor } from "./inbox";
import { type Locale, say, saying } from "./words";

type Status = "confirmed" | "pending" | "temp_hold" | "cancelled" | "expired";

/** What a family does at each step, in the words of its language. */
export class Family {
  constructor(
    readonly page: Page,
    readonly locale: Locale,
    readonly phone: string,
  ) {}

  say(key: string): string {
    return say(this.locale, key);
  }

  button(key: string) {
    return this.page.getByRole("button", { name: this.say(key), exact: true });
  }

  async beginWith(free: Free): Promise<void> {
    await this.page.goto(bookPath(this.locale, free));
    await this.expectStep("when");
  }

  async expectStep(step: "when" | "event" | "extras" | "review" | "login"): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1, name: this.say(`booking.${step}.title`) })).toBeVisible();
  }

  async leaveWhen(): Promise<void> {
    await this.button("booking.when.next").click();
    await this.expectStep("event");
  }

  async fillEvent({ guests = 80, title = "शुभविवाह" } = {}): Promise<void> {
    await this.page.getByLabel(this.say("booking.event.guests"), { exact: true }).fill(String(guests));
    await this.page.getByLabel(this.say("booking.event.name"), { exact: true }).fill(title);
    await this.button("booking.event.next").click();
    await this.expectStep("extras");
  }

  async leaveExtras(): Promise<void> {
    await this.button("booking.extras.next").click();
    await this.expectStep("review");
  }

  async acceptTerms(): Promise<void> {
    await this.page.getByRole("checkbox", { name: this.say("booking.review.accept") }).check();
  }

  /** From the first step to the review. */
  async goToReview(free: Free): Promise<void> {
    await this.beginWith(free);
    await this.leaveWhen();
    await this.fillEvent();
    await this.leaveExtras();
  }

  async askForCode(): Promise<void> {
    await this.page.getByLabel(this.say("account.phone"), { exact: true }).fill(this.phone);
    await this.button("account.sendCode").click();
    await expect(this.codeField()).toBeVisible();
  }

  codeField() {
    return this.page.getByLabel(this.say("account.code"), { exact: true });
  }

  async giveCode(code?: string): Promise<void> {
    // The sixth digit is the button.
    await this.codeField().pressSequentially(code ?? (await codeFor(this.phone)));
  }

  async giveName(name = "सुनीता देशमुख"): Promise<void> {
    await this.page.getByLabel(this.say("account.name"), { exact: true }).fill(name);
    await this.button("account.save").click();
  }

  async logIn(): Promise<void> {
    await this.askForCode();
    await this.giveCode();
    await this.giveName();
  }

  /** From the first step until the date is held; the address is then that of the payment. */
  async hold(free: Free): Promise<string> {
    await this.goToReview(free);
    await this.acceptTerms();
    await this.button("booking.review.logIn").click();
    await this.logIn();
    return this.expectHeld();
  }

  async expectHeld(): Promise<string> {
    await this.page.waitForURL(/\/bookings\/[0-9a-f-]{36}\/pay/);
    await expect(this.page.getByRole("heading", { level: 1, name: this.say("booking.pay.heldTitle") })).toBeVisible();
    return /\/bookings\/([0-9a-f-]{36})/.exec(this.page.url())?.[1] ?? "";
  }

  /** Razorpay's checkout, open. */
  async openCheckout(): Promise<FrameLocator> {
    await this.page.getByRole("button", { name: saying(this.locale, "booking.pay.pay") }).click();
    const checkout = this.page.frameLocator('iframe[title="Razorpay Checkout"]');
    await expect(checkout.getByRole("button", { name: "Pay", exact: true })).toBeVisible();
    return checkout;
  }

  async pay(): Promise<void> {
    const checkout = await this.openCheckout();
    await checkout.getByRole("button", { name: "Pay", exact: true }).click();
  }

  async expectStatus(bookingId: string, status: Status): Promise<void> {
    await this.page.waitForURL(new RegExp(`/bookings/${bookingId}(\\?|$)`));
    const head = this.page.locator("main header");
    await expect(head.getByText(this.say(`bookings.status.${status}`))).toBeVisible();
  }
}

/** Logs in on the login page, at the first time with a name. */
export async function loginAs(page: Page, locale: Locale, phone: string): Promise<void> {
  const family = new Family(page, locale, phone);
  await page.goto(`/${locale}/login`);
  await family.logIn();
  await page.waitForURL((url) => !url.pathname.endsWith("/login"));
}
