/** A kind of event that families of the demo hall hold, and what it takes. */
export type EventTemplate = {
  event: "wedding" | "engagement" | "reception" | "naming" | "birthday" | "meeting" | "other";
  guests: [low: number, high: number];
  /** `day` counts from the main date. */
  functions: { name: string; space: string; slot: string; day: number }[];
  addOns: string[];
  /** How long before it is booked, in days. */
  lead: [low: number, high: number];
};

export type Demand = { muhurat: [EventTemplate, ...EventTemplate[]]; ordinary: [EventTemplate, ...EventTemplate[]] };

const FAR: [number, number] = [45, 260];
const NEAR: [number, number] = [6, 60];

const one = (
  event: EventTemplate["event"],
  space: string,
  slot: string,
  guests: [number, number],
  addOns: string[],
  lead = NEAR,
): EventTemplate => ({ event, guests, functions: [{ name: event, space, slot, day: 0 }], addOns, lead });

export const PARBHANI_DEMAND: Demand = {
  muhurat: [
    one("wedding", "hall", "full-day", [250, 480], ["veg-thali", "decoration", "sound"], FAR),
    one("wedding", "whole", "full-day", [600, 1200], ["veg-thali", "breakfast", "decoration"], FAR),
    one("wedding", "whole", "hall-day", [500, 1100], ["veg-thali", "decoration", "bridal-room"], FAR),
    one("reception", "lawn", "evening", [400, 1000], ["decoration", "generator"], FAR),
    {
      event: "wedding",
      guests: [220, 240],
      functions: [
        { name: "sangeet", space: "lawn", slot: "evening", day: -1 },
        { name: "haldi", space: "dining", slot: "evening", day: -1 },
        { name: "wedding", space: "hall", slot: "full-day", day: 0 },
      ],
      addOns: ["veg-thali", "breakfast", "sound"],
      lead: FAR,
    },
    one("engagement", "dining", "morning", [120, 240], ["veg-thali"], FAR),
  ],
  ordinary: [
    one("engagement", "hall", "evening", [150, 350], ["veg-thali", "decoration"]),
    one("reception", "lawn", "evening", [300, 900], ["decoration", "sound", "generator"]),
    one("naming", "dining", "morning", [60, 180], ["veg-thali"]),
    one("birthday", "dining", "evening", [50, 150], ["veg-thali", "sound"]),
    one("other", "hall", "morning", [150, 400], ["veg-thali", "breakfast"]),
    one("meeting", "hall", "morning", [80, 300], ["breakfast", "sound"]),
    one("wedding", "hall", "full-day", [200, 450], ["veg-thali", "decoration"], FAR),
    one("wedding", "lawn", "hall-day", [500, 1100], ["veg-thali", "generator"], FAR),
  ],
};

export const NANDED_DEMAND: Demand = {
  muhurat: [
    one("wedding", "lawn", "hall-day", [800, 1800], ["buffet", "lights"], FAR),
    one("wedding", "whole", "full-day", [700, 2000], ["buffet", "lights", "generator"], FAR),
    one("wedding", "hall", "full-day", [200, 380], ["buffet"], FAR),
    one("reception", "lawn", "evening", [500, 1500], ["lights"], FAR),
  ],
  ordinary: [
    one("reception", "lawn", "evening", [400, 1200], ["buffet", "lights"]),
    one("engagement", "hall", "evening", [120, 300], ["buffet"]),
    one("meeting", "hall", "morning", [80, 250], ["buffet"]),
    one("birthday", "hall", "evening", [80, 200], ["buffet"]),
  ],
};
