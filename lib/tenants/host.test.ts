import { expect, test } from "vitest";
import { hostOf, localSlug, platformSlug } from "./host";

test("a host is known in whatever letters and with whatever port", () => {
  expect(hostOf("Sai.Example.COM:8443")).toBe("sai.example.com");
});

test("a local host tells its slug, or stands for the default hall", () => {
  const hosts = ["sai.localhost", "localhost", "127.0.0.1", "[::1]", "sai.example.com"];
  expect(hosts.map((host) => localSlug(host, "own"))).toEqual(["sai", "own", "own", "own", null]);
});

test.each<[string, string | undefined, string | null]>([
  ["sai.example.com", "https://{tenant}.example.com", "sai"],
  ["sai.example.com", "https://{tenant}.example.com/", "sai"],
  ["sai.example.com", "https://{tenant}.Example.com:8443", "sai"],
  ["halls-sai.example.com", "https://halls-{tenant}.example.com", "sai"],
  ["example.com", "https://{tenant}.example.com", null],
  [".example.com", "https://{tenant}.example.com", null],
  ["a.b.example.com", "https://{tenant}.example.com", null],
  ["sai.example.com.evil.net", "https://{tenant}.example.com", null],
  ["sai.example.org", "https://{tenant}.example.com", null],
  ["www.example.com", "https://www.example.com", "own"],
  ["sai.example.com", "https://www.example.com", null],
  ["sai.example.com", undefined, null],
])("%s, where the installation is at %s, is the host of %s", (host, publicUrl, slug) => {
  expect(platformSlug(host, publicUrl, "own")).toBe(slug);
});
