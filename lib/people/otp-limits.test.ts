import { describe, expect, test } from "vitest";
import { OTP_LIMITS, refuseSend, resendWait, type SendUsage } from "./otp-limits";

const NOTHING: SendUsage = {
  phoneTenMinutes: 0,
  phoneDay: 0,
  ipHour: 0,
  prefixHour: 0,
  everyoneDay: 0,
  oldestOfTenMinutes: null,
  last: null,
  liveFailures: 0,
  hourFailures: 0,
};
const CAP = 5000;

test("the numbers are those of the security bar", () => {
  expect(OTP_LIMITS).toMatchObject({
    codeDigits: 6,
    codeSeconds: 300,
    triesPerCode: 5,
    failuresPerPhoneHour: 10,
    resendSeconds: [30, 60, 120, 300],
    sendsPerPhoneTenMinutes: 3,
    sendsPerPhoneDay: 8,
    sendsPerIpHour: 20,
    sendsPerPrefixHour: 200,
  });
});

test("waits grow with each send and stay at the last", () => {
  expect([1, 2, 3, 4, 5, 99].map(resendWait)).toEqual([30, 60, 120, 300, 300, 300]);
});

describe.each([
  ["phoneTenMinutes", 3, "OTP_SEND_LIMIT"],
  ["phoneDay", 8, "OTP_SEND_LIMIT"],
  ["ipHour", 20, "OTP_SEND_LIMIT"],
  ["prefixHour", 200, "OTP_SEND_LIMIT"],
  ["everyoneDay", CAP, "OTP_SEND_LIMIT"],
  ["liveFailures", 5, "OTP_TOO_MANY"],
  ["hourFailures", 10, "OTP_TOO_MANY"],
] as const)("%s", (name, limit, code) => {
  test(`is fine below ${limit} and refused at it`, () => {
    expect(refuseSend({ ...NOTHING, [name]: limit - 1 }, CAP)).toBeNull();
    expect(refuseSend({ ...NOTHING, [name]: limit }, CAP)).toMatchObject({ code });
  });
});

test("a refusal says after how many seconds to come back", () => {
  expect(refuseSend({ ...NOTHING, last: { sends: 2, age: 12.4 } }, CAP)).toEqual({
    code: "OTP_RESEND_TOO_SOON",
    retryAfterSeconds: 48,
  });
  expect(refuseSend({ ...NOTHING, last: { sends: 2, age: 60 } }, CAP)).toBeNull();
  expect(refuseSend({ ...NOTHING, phoneTenMinutes: 3, oldestOfTenMinutes: 540.2 }, CAP)?.retryAfterSeconds).toBe(60);
});
