import * as z from "zod";
import { PUBLISHED_MUHURATS } from "./muhurat";
import { parbhani, saiMangal } from "./parbhani";
import type { TenantRecipe, VenueRecipe } from "./recipe";
import { SESSIONS } from "./sessions";

/** What an operator writes down of a new hall; all else is as the demo hall has it, until the owner changes it in Set-up. */
const words = z.strictObject({
  en: z.string().min(1),
  hi: z.string().min(1).optional(),
  mr: z.string().min(1).optional(),
});
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, "as anand-lawns: small letters, digits and hyphens");
const phone = z.string().regex(/^\+91[6-9]\d{9}$/, "as +919876543210");

const hallFile = z.strictObject({
  /** Its part of PUBLIC_URL, and for ever its name in the webhooks' address. */
  slug: key,
  name: words,
  tagline: words.optional(),
  locale: z.enum(["mr", "hi", "en"]).default("mr"),
  numberPrefix: z.string().regex(/^[A-Z]{2,6}$/, "as ANA: two to six capital letters"),
  legalName: z.string().min(1),
  phone,
  whatsapp: phone.nullable().default(null),
  email: z.email().nullable().default(null),
  gstin: z
    .string()
    .regex(/^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]$/, "as 27ABCDE1234F1Z5")
    .nullable()
    .default(null),
  /** Domains of its own. */
  hosts: z.array(z.string().regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, "as anandlawns.example")).default([]),
  /** Logs in by SMS, and does the rest. */
  owner: z.strictObject({ name: z.string().min(1), phone }),
  venue: z.strictObject({
    slug: key,
    name: words,
    about: words,
    address: words,
    latitude: z.number().min(6).max(38),
    longitude: z.number().min(68).max(98),
    spaces: z
      .array(
        z.strictObject({
          key,
          name: words,
          about: words,
          capacity: z.int().min(1),
          illustration: z.enum(["hall", "lawn", "dining", "whole"]).default("hall"),
          parts: z.array(key).min(1).optional(),
        }),
      )
      .min(1),
    /** Which of the usual sessions it sells: morning, evening, full-day, hall-day. */
    prices: z.array(z.strictObject({ space: key, session: key, rupees: z.int().min(1) })).min(1),
  }),
});

export type NewHall = {
  tenant: TenantRecipe;
  hosts: string[];
  venue: VenueRecipe;
  owner: { name: string; phone: string };
};

/** @throws ZodError naming what is missing or wrong; Error where one thing is there twice, or one names another that is not. */
export function readHallFile(json: unknown, year: number): NewHall {
  const { owner, hosts, venue, ...tenant } = hallFile.parse(json);
  const usual = saiMangal(year);
  const sold = new Set(venue.prices.map(({ session }) => session));
  const spaces: VenueRecipe["spaces"] = venue.spaces.map(({ parts, ...space }) =>
    parts ? { ...space, parts } : space,
  );
  const isSpace = (key: string) => spaces.some((space) => space.key === key);
  demandOnce("hosts", hosts);
  demandOnce(
    "venue.spaces",
    spaces.map((space) => space.key),
  );
  for (const { key, parts = [] } of spaces) {
    demandOnce(`venue.spaces: parts of ${key}`, parts);
    for (const part of parts) {
      if (!isSpace(part)) throw new Error(`venue.spaces: ${key} has the part ${part}, and there is no space ${part}`);
      if (spaces.some((one) => one.key === part && one.parts)) {
        throw new Error(`venue.spaces: ${key} has the part ${part}, which has parts itself; name those`);
      }
    }
  }
  demandOnce(
    "venue.prices",
    venue.prices.map(({ space, session }) => `${space} for ${session}`),
  );
  for (const { space, session } of venue.prices) {
    if (!isSpace(space)) throw new Error(`venue.prices: there is no space ${space}`);
    if (!SESSIONS.some((one) => one.key === session)) throw new Error(`venue.prices: there is no session ${session}`);
  }
  return {
    hosts,
    owner,
    tenant: { ...tenant, tagline: tenant.tagline ?? venue.about, brandColour: null, privacy: parbhani.privacy },
    venue: {
      ...usual,
      ...{ slug: venue.slug, name: venue.name, about: venue.about, address: venue.address },
      ...{ latitude: venue.latitude, longitude: venue.longitude, phone: tenant.phone, whatsapp: tenant.whatsapp },
      ...{ amenities: [], included: [], spaces, rules: [], addOns: [], muhuratDates: PUBLISHED_MUHURATS },
      slots: SESSIONS.filter((session) => sold.has(session.key)),
      prices: venue.prices.map(({ space, session, rupees }) => ({ space, slot: session, rupees })),
    },
  };
}

function demandOnce(where: string, names: string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`${where}: ${twice} is there twice`);
}
