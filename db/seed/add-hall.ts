import { readFileSync } from "node:fs";
import { asCommand, databaseName, sentencesOf } from "../command-line";
import { pgCode } from "../pg-error";
import { readHallFile } from "./hall-file";
import { insertHall } from "./insert-venue";

/** `npm run hall:add -- FILE.json`: a new hall with one venue and its owner. docs/hall-sample.json shows the file. */
await asCommand(
  async () => {
    const [file] = process.argv.slice(2);
    if (!file) throw new Error("npm run hall:add -- FILE.json; docs/hall-sample.json is one");
    const hall = readHallFile(readJson(file), new Date().getFullYear());
    const { tenant, owner } = hall;
    await insertHall(hall);
    console.log(
      `${tenant.slug} is there. ${owner.phone} logs in at /admin; Razorpay's webhooks: /api/webhooks/razorpay/${tenant.slug}`,
    );
  },
  (error) =>
    pgCode(error) === "23505"
      ? `a hall of this slug or with one of these hosts is in ${databaseName()} already`
      : sentencesOf(error),
);

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
