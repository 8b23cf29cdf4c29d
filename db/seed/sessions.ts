import type { LocalText } from "@/lib/core/locale";
import type { PriceRecipe, RuleRecipe, SlotRecipe } from "./recipe";

/** The four sessions that both demo halls sell. */
export const SESSIONS: SlotRecipe[] = [
  { key: "morning", name: { en: "Morning", hi: "सुबह", mr: "सकाळ" }, startTime: "09:00", lengthMinutes: 360 },
  { key: "evening", name: { en: "Evening", hi: "शाम", mr: "सायंकाळ" }, startTime: "16:00", lengthMinutes: 420 },
  { key: "full-day", name: { en: "Full day", hi: "पूरा दिन", mr: "पूर्ण दिवस" }, startTime: "09:00", lengthMinutes: 840 },
  {
    key: "hall-day",
    name: { en: "Hall day", hi: "हॉल दिवस", mr: "कार्यालय दिवस" },
    startTime: "16:00",
    lengthMinutes: 1380,
  },
];

/** Rupees for each session that a space sells, and for an hour of custom times. */
export type Rates = Partial<Record<"morning" | "evening" | "full-day" | "hall-day" | "hour", number>>;

export function pricesOf(space: string, rates: Rates): PriceRecipe[] {
  return Object.entries(rates).map(([slot, rupees]) => ({ space, slot: slot === "hour" ? null : slot, rupees }));
}

const MUHURAT: LocalText = { en: "Vivah muhurat", hi: "विवाह मुहूर्त", mr: "विवाह मुहूर्त" };
const WEEKEND: LocalText = { en: "Weekend", hi: "शनिवार-रविवार", mr: "शनिवार-रविवार" };

/** What a weekend, a muhurat on a working day and a muhurat on a weekend add to each session of a space, in rupees. */
export function dearDays(space: string, weekend: number, muhurat: number, muhuratWeekend: number): RuleRecipe[] {
  const add = (label: LocalText, when: RuleRecipe["when"], rupees: number): RuleRecipe => ({
    label,
    space,
    when,
    adjust: { kind: "amount", paise: rupees * 100 },
  });
  return [
    add(WEEKEND, { weekdays: [6, 7] }, weekend),
    add(MUHURAT, { weekdays: [1, 2, 3, 4, 5], muhurat: true }, muhurat),
    add(MUHURAT, { weekdays: [6, 7], muhurat: true }, muhuratWeekend),
  ];
}

/** Dearer in the summer holidays, cheaper in the rains, for the years around `year`. */
export function seasons(year: number, summerPercent: number, rainsPercent: number): RuleRecipe[] {
  return [year - 1, year, year + 1, year + 2].flatMap((y): RuleRecipe[] => [
    {
      label: { en: "Summer wedding season", hi: "गर्मियों का विवाह मौसम", mr: "उन्हाळी लग्नसराई" },
      when: { from: `${y}-04-15`, to: `${y}-06-10` },
      adjust: { kind: "percent", percent: summerPercent },
    },
    {
      label: { en: "Monsoon discount", hi: "बारिश के मौसम की छूट", mr: "पावसाळी सवलत" },
      when: { from: `${y}-07-15`, to: `${y}-10-05` },
      adjust: { kind: "percent", percent: -rainsPercent },
    },
  ]);
}
