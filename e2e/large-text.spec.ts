import { bookPath, dayPath } from "./support/dates";
import { expect, test } from "./support/fixtures";

test("with text twice as large nothing is wider than a phone", async ({ page, free }) => {
  const rest = `&type=wedding&guests=80`;
  const step = (name: string) => bookPath("mr", free, rest).replace("/book?", `/book/${name}?`);
  const paths = [
    "/mr",
    dayPath("mr", free),
    bookPath("mr", free),
    step("event"),
    step("extras"),
    step("review"),
    "/mr/login",
  ];
  for (const path of paths) {
    await page.goto(path);
    await page.addStyleTag({ content: "html { font-size: 200% }" });
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 390]);
  }
});
