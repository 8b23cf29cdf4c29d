import { asPlatform, closePool } from "../client";
import { tenants } from "../schema/tenants";
import { NANDED_DEMAND, PARBHANI_DEMAND } from "./events";
import { godavari, nanded } from "./nanded";
import { parbhani, saiMangal } from "./parbhani";
import { type DemoTenant, seedTenant } from "./seed-tenant";

/** The demo halls. `--if-empty` leaves a database that has any tenant as it is. */
async function seed(ifEmpty: boolean, now: Date): Promise<void> {
  const existing = await asPlatform((tx) => tx.select({ slug: tenants.slug }).from(tenants));
  if (existing.length > 0) {
    if (ifEmpty) return;
    throw new Error(`not empty: ${existing.map((row) => row.slug).join(", ")}. Run npm run local:reset first.`);
  }
  const year = now.getUTCFullYear();
  const demos: DemoTenant[] = [
    {
      tenant: parbhani,
      venue: saiMangal(year),
      staff: [
        { phone: "+919800000001", name: "Ganesh Kale", role: "manager" },
        { phone: "+919800000002", name: "Sunita Deshmukh", role: "owner" },
        { phone: "+919800000003", name: "Amol Shinde", role: "staff" },
      ],
      scene: {
        demand: PARBHANI_DEMAND,
        closings: [
          { reason: "रंगकाम", space: "hall", daysAhead: -40, days: 3 },
          { reason: "एसी दुरुस्ती", space: "hall", daysAhead: 16, days: 1 },
          { reason: "लॉनची देखभाल", space: "lawn", daysAhead: 47, days: 2 },
          { reason: "कुटुंबातील कार्य", space: "whole", daysAhead: 79, days: 1 },
          { reason: "रंगकाम", space: "hall", daysAhead: 232, days: 4 },
        ],
        holds: 3,
        requests: 4,
        options: 2,
      },
      seed: 1998,
    },
    {
      tenant: nanded,
      venue: godavari(year),
      staff: [
        { phone: "+919800000001", name: "Prakash Rathod", role: "manager" },
        { phone: "+919800000002", name: "Kavita Rathod", role: "owner" },
        { phone: "+919800000003", name: "Nitin More", role: "staff" },
      ],
      scene: {
        demand: NANDED_DEMAND,
        closings: [{ reason: "पूर देखभाल", space: "lawn", daysAhead: 30, days: 3 }],
        holds: 1,
        requests: 2,
        options: 1,
      },
      seed: 431606,
    },
  ];
  for (const demo of demos) {
    const counts = await seedTenant(demo, now);
    console.log(
      `${demo.tenant.slug}: ${Object.entries(counts)
        .map(([what, n]) => `${n} ${what}`)
        .join(", ")}`,
    );
  }
}

try {
  await seed(process.argv.includes("--if-empty"), new Date());
} finally {
  await closePool();
}
