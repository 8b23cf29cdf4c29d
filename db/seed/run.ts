import { asPlatform } from "../client";
import { asCommand } from "../command-line";
import { tenants } from "../schema/tenants";
import { demosOn } from "./demos";
import { seedTenant } from "./seed-tenant";

/** The demo halls. `--if-empty` leaves a database that has any tenant as it is. */
async function seed(ifEmpty: boolean, now: Date): Promise<void> {
  const existing = await asPlatform((tx) => tx.select({ slug: tenants.slug }).from(tenants));
  if (existing.length > 0) {
    if (ifEmpty) return;
    throw new Error(`not empty: ${existing.map((row) => row.slug).join(", ")}. Run npm run local:reset first.`);
  }
  for (const demo of demosOn(now)) {
    const counts = await seedTenant(demo, now);
    console.log(
      `${demo.tenant.slug}: ${Object.entries(counts)
        .map(([what, n]) => `${n} ${what}`)
        .join(", ")}`,
    );
  }
}

await asCommand(() => seed(process.argv.includes("--if-empty"), new Date()));
