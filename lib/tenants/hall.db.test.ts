import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import { makeManager } from "@/db/testing/make-family";
import { makeTenant } from "@/db/testing/make-tenant";
import { isAppError } from "@/lib/errors";
import { changeBank } from "./change-bank";
import { changeHall } from "./change-hall";
import type { Ctx } from "./ctx";
import { changeBankInput, changeHallInput } from "./input";
import { loadHall } from "./load-hall";
import { loadLogo } from "./load-logo";
import { loadPaymentMethods } from "./payment-methods";
import { findTenantBySlug } from "./queries";
import { removeLogo } from "./remove-logo";
import { saveLogo } from "./save-logo";

const SAVE = { preview: false };
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3];
const picture = (bytes: number[]) => new Blob([Uint8Array.from(bytes)], { type: "image/png" });
const history = (ctx: Ctx) =>
  inTenant(ctx.tenant.id, (tx) => tx.select().from(auditEvents).where(eq(auditEvents.tenantId, ctx.tenant.id)));

async function owner(): Promise<Ctx> {
  const manager = await makeManager(await makeTenant());
  if (manager.actor.kind !== "staff") throw new Error("no manager");
  return { ...manager, actor: { ...manager.actor, role: "owner" } };
}

test("a logo is what its bytes say; the tenant leads to it at once, and no longer when it is gone", async () => {
  const ctx = await owner();
  const svg = saveLogo(ctx, { file: new Blob(["<svg onload=alert(1)></svg>"], { type: "image/png" }) });
  expect(await svg.catch((error: unknown) => isAppError(error, "INVALID_INPUT"))).toBe(true);
  expect((await findTenantBySlug(ctx.tenant.slug))?.logoId).toBeNull();

  await saveLogo(ctx, { file: picture(PNG) });
  const { logoId } = await saveLogo(ctx, { file: picture([...PNG, 4]) });
  expect((await findTenantBySlug(ctx.tenant.slug))?.logoId).toBe(logoId);
  expect(await loadLogo(ctx.tenant)).toMatchObject({
    id: logoId,
    mimeType: "image/png",
    bytes: Uint8Array.from([...PNG, 4]),
  });
  await removeLogo(ctx);
  expect((await findTenantBySlug(ctx.tenant.slug))?.logoId).toBeNull();
});

test("a language that is no longer offered is told before, and gone afterwards; the hall's own must stay", async () => {
  const ctx = await owner();
  const { seen, logoId: _, ...hall } = await loadHall(ctx);
  const wish = { ...hall, whatsapp: "", email: "", gstin: "", brandColour: "#9C1C31", locale: "en" as const };
  expect(changeHallInput.safeParse({ ...wish, locales: ["mr"] }).error?.issues[0]?.message).toBe("locales");
  expect(changeHallInput.safeParse({ ...wish, brandColour: "red; x" }).error?.issues[0]?.message).toBe("colour");
  const input = changeHallInput.parse({ ...wish, seen, locales: ["mr", "en"] });
  const told = await changeHall(ctx, input, { preview: true });
  expect(told.notes).toEqual([{ note: "languagesGone", count: 1 }]);
  expect((await findTenantBySlug(ctx.tenant.slug))?.locales).toContain("hi");
  await changeHall(ctx, input, SAVE);
  expect(await findTenantBySlug(ctx.tenant.slug)).toMatchObject({ locales: ["mr", "en"], brandColour: "#9c1c31" });
  expect(await history(ctx)).toMatchObject([{ type: "hall.changed", after: { locales: ["mr", "en"] } }]);
});

test("an account's number is for an owner: the history keeps its last digits, a manager sees none", async () => {
  const ctx = await owner();
  const bank = { holder: "Hall", bank: "SBI Parbhani", account: "१२३४५६७८९०", ifsc: "sbin0001234" };
  const limits = { staffDiscountPercent: "5", managerDiscountPercent: "१०" };
  await changeBank(ctx, changeBankInput.parse({ upiVpa: "", bank, ...limits }), SAVE);
  expect((await loadPaymentMethods(ctx)).bank).toMatchObject({ bank: { account: "1234567890", ifsc: "SBIN0001234" } });
  expect(await history(ctx)).toMatchObject([{ type: "bank.changed", after: { bank: { account: "••••7890" } } }]);
  const manager: Ctx = { ...ctx, actor: { kind: "staff", userId: crypto.randomUUID(), role: "manager" } };
  expect((await loadPaymentMethods(manager)).bank).toBeNull();
});

test("what is wrong with bank details is said field by field", () => {
  const bank = { holder: "Hall", bank: "", account: "12", ifsc: "SBIN" };
  const { error } = changeBankInput.safeParse({
    upiVpa: "hall",
    bank,
    staffDiscountPercent: 20,
    managerDiscountPercent: 10,
  });
  const complaints = Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
  expect(complaints).toMatchObject({
    upiVpa: "vpa",
    "bank.bank": "required",
    "bank.account": "account",
    "bank.ifsc": "ifsc",
  });
});
