import { expect, test } from "vitest";
import { pictureType } from "./picture-type";

const bytes = (...head: (number | string)[]) =>
  Uint8Array.from(head.flatMap((part) => (typeof part === "number" ? [part] : [...part].map((c) => c.charCodeAt(0)))));

test("three kinds of picture, by what they are", () => {
  expect(pictureType(bytes(0x89, "PNG\r\n", 0x1a, "\n", 0, 0))).toBe("image/png");
  expect(pictureType(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe("image/jpeg");
  expect(pictureType(bytes("RIFF", 1, 2, 3, 4, "WEBPVP8 "))).toBe("image/webp");
});

test("whatever could carry a script is none", () => {
  expect(pictureType(bytes("<svg onload=alert(1)>"))).toBeNull();
  expect(pictureType(bytes("GIF89a"))).toBeNull();
  expect(pictureType(bytes("<!doctype html>"))).toBeNull();
  expect(pictureType(bytes())).toBeNull();
});
