import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/locale";
import { AppError, ERROR_CODES } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import { problemResponse, STATUS_OF } from "./problem";

test.each(LOCALES)("each failure has a sentence in %s, and no sentence is without its failure", async (locale) => {
  const { errors } = await loadMessages(locale);
  expect(Object.keys(errors).sort()).toEqual([...ERROR_CODES].sort());
  for (const code of ERROR_CODES) expect(errors[code], code).toMatch(/[.।]$/);
});

test("only our own fault is a 5xx", () => {
  const ours = ERROR_CODES.filter((code) => STATUS_OF[code] >= 500);
  expect(ours).toEqual(["BUSY", "INTERNAL", "PAYMENT_GATEWAY_DOWN"]);
});

test("a problem says what, in the caller's language, and under which id", async () => {
  const error = new AppError("SLOT_TAKEN", { alternatives: [{ date: "2027-02-07" }], retryAfterSeconds: 2.1 });
  const response = await problemResponse(error, { locale: "mr", requestId: "request-1" });
  expect(response.status).toBe(409);
  expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  expect(response.headers.get("retry-after")).toBe("3");
  expect(response.headers.get("x-request-id")).toBe("request-1");
  expect(await response.json()).toEqual({
    type: "urn:mandap:problem:slot-taken",
    title: "Slot taken",
    status: 409,
    code: "SLOT_TAKEN",
    detail: (await loadMessages("mr")).errors.SLOT_TAKEN,
    requestId: "request-1",
    alternatives: [{ date: "2027-02-07" }],
    retryAfterSeconds: 2.1,
  });
});

test("nothing of an unexpected error gets out", async () => {
  const error = new Error('duplicate key value violates "users_phone" for +919876543210');
  const response = await problemResponse(error, { locale: "en", requestId: "request-2" });
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).not.toMatch(/users_phone|9876|stack/);
  expect(JSON.parse(text)).toMatchObject({ code: "INTERNAL", requestId: "request-2" });
});

test("details cannot take the place of what the standard fixes", async () => {
  const response = await problemResponse(new AppError("NOT_FOUND", { status: 200, code: "OK" }), {
    locale: "en",
    requestId: "request-3",
  });
  expect(await response.json()).toMatchObject({ status: 404, code: "NOT_FOUND" });
});
