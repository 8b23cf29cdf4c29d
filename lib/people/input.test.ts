import { expect, test } from "vitest";
import { updateProfileInput, verifyCodeInput } from "./input";

const challengeId = "0198c0de-0000-7000-8000-000000000000";

test("a code may be typed in Devanagari digits or with spaces", () => {
  expect(verifyCodeInput.parse({ challengeId, code: "१२३ ४५६" }).code).toBe("123456");
  expect(verifyCodeInput.safeParse({ challengeId, code: "12345" }).error?.issues[0]?.message).toBe("code");
  expect(verifyCodeInput.safeParse({ challengeId: "x", code: "123456" }).success).toBe(false);
});

test("an e-mail address is optional, and empty is none", () => {
  expect(updateProfileInput.parse({ name: " Sunita ", email: "" })).toEqual({ name: "Sunita", email: null });
  expect(updateProfileInput.parse({ name: "Sunita" })).toEqual({ name: "Sunita", email: null });
  expect(updateProfileInput.safeParse({ name: "Sunita", email: "x" }).error?.issues[0]?.message).toBe("email");
  expect(updateProfileInput.safeParse({ email: "" }).error?.issues[0]?.message).toBe("required");
});
