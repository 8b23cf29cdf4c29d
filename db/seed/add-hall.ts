import { readFileSync } from "node:fs";
import { closePool } from "../client";
import { databaseName, sentencesOf } from "../command-line";
import { pgCode } from "../pg-error";
import { readHallFile } from "./hall-file";
import { insertHall } from "./insert-venue";

/** `npm run hall:add -- FILE.json`: a new hall with one venue and its owner. docs/hall-sample.json shows the file. */
try {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error("npm run hall:add -- FILE.json; docs/hall-sample.json is one");
  const hall = readHallFile(readJson(file), new Date().getFullYear());
  const { tenant, owner } = hall;
  await insertHall(hall);
  console.log(
    `${tenant.slug} is there. ${owner.phone} logs in at /admin; Razorpay's webhooks: /api/webhooks/razorpay/${tenant.slug}`,
  );
} catch (error) {
  const isThere = pgCode(error) === "23505";
  const there = () => `a hall of this slug or with one of these hosts is in ${databaseName()} already`;
  console.error(isThere ? there() : await sentencesOf(error));
  process.exitCode = 1;
} finally {
  await closePool();
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
