import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./security-headers";

const live = {
  nonce: "abc",
  checkoutUrl: "https://checkout.razorpay.com/v1/checkout.js",
  apiUrl: "https://api.razorpay.com",
  development: false,
};

test("scripts run by nonce, and nobody may frame a page", () => {
  const policy = contentSecurityPolicy(live);
  const scripts = policy.split("; ").find((directive) => directive.startsWith("script-src"));
  expect(scripts).toContain("'nonce-abc' 'strict-dynamic'");
  expect(scripts).not.toContain("unsafe");
  expect(policy).toContain("frame-ancestors 'none'");
});

test("the checkout may open its frame and call its API", () => {
  const policy = contentSecurityPolicy(live);
  expect(policy).toContain("frame-src 'self' https://checkout.razorpay.com https://api.razorpay.com");
  expect(policy).toMatch(/connect-src 'self' .*https:\/\/lumberjack\.razorpay\.com/);
});

test("a stand-in on plain http is not upgraded away", () => {
  const standIn = { ...live, checkoutUrl: "http://127.0.0.1:4010/v1/checkout.js", apiUrl: "http://127.0.0.1:4010" };
  expect(contentSecurityPolicy(standIn)).not.toContain("upgrade-insecure-requests");
  expect(contentSecurityPolicy(standIn)).toContain("frame-src 'self' http://127.0.0.1:4010");
});
