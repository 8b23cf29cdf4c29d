import { readFileSync } from "node:fs";
import { closePool } from "../client";
import { pgCode } from "../pg-error";
import { readHallFile } from "./hall-file";
import { insertHall } from "./insert-venue";

/** `npm run hall:add -- FILE.json`: a new hall with one venue and its owner. docs/hall-sample.json shows the file. */
try {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error("npm run hall:add -- FILE.json; docs/hall-sample.json is one");
  const hall = readHallFile(JSON.parse(readFileSync(file, "utf8")), new Date().getFullYear());
  const { tenant, owner } = hall;
  await insertHall(hall);
  console.log(
    `${tenant.slug} is there. ${owner.phone} logs in at /admin; Razorpay's webhooks: /api/webhooks/razorpay/${tenant.slug}`,
  );
} catch (error) {
  const isThere = pgCode(error) === "23505";
  console.error(isThere ? "a hall of this slug or with one of these hosts is there already" : messageOf(error));
  process.exitCode = 1;
} finally {
  await closePool();
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
