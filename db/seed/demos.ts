import { NANDED_DEMAND, PARBHANI_DEMAND } from "./events";
import { godavari, nanded } from "./nanded";
import { parbhani, saiMangal } from "./parbhani";
import type { DemoTenant } from "./seed-tenant";

/** The demo halls as they stand on a day. All three people of each can log in with the phones given here. */
export const demosOn = (now: Date): [DemoTenant, DemoTenant] => {
  const year = now.getUTCFullYear();
  return [
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
};
