/** What one function of a booking may be, as a form offers them. */
export const functionNames = [
  "wedding",
  "engagement",
  "haldi",
  "sangeet",
  "reception",
  "naming",
  "birthday",
  "other",
] as const;
export type FunctionName = (typeof functionNames)[number];

/** What a booking is for. */
export const eventTypes = ["wedding", "engagement", "reception", "naming", "birthday", "meeting", "other"] as const;
export type EventType = (typeof eventTypes)[number];

/** In one booking: more than a wedding has. An address, too, is not to make us price a thousand. */
export const MOST_FUNCTIONS = 10;
