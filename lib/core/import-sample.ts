import { addDays, type LocalDate } from "./local-date";
import { type Locale, type LocalText, textIn } from "./locale";
import type { Slot } from "./slots";

type Hall = { spaces: readonly { id: string; name: LocalText }[]; slots: readonly Slot[] };

const PEOPLE: readonly (readonly [LocalText, LocalText, string])[] = [
  [
    { en: "Sunita Patil", mr: "सुनीता पाटील", hi: "सुनीता पाटिल" },
    { en: "Wedding", mr: "लग्न", hi: "विवाह" },
    "9876543210",
  ],
  [{ en: "Vijay Kale", mr: "विजय काळे", hi: "विजय काले" }, { en: "Engagement", mr: "साखरपुडा", hi: "सगाई" }, "9876543211"],
  [
    { en: "Anjali More", mr: "अंजली मोरे", hi: "अंजलि मोरे" },
    { en: "Naming ceremony", mr: "बारसे", hi: "नामकरण" },
    "9876543212",
  ],
];

/** Lines such as a hall might write, in the order of `IMPORT_FIELDS`, with its own spaces and sessions, months from today. */
export function sampleLines({ spaces, slots }: Hall, locale: Locale, today: LocalDate): string[][] {
  const written = (days: number) => addDays(today, days).split("-").toReversed().join("/");
  return PEOPLE.map(([name, event, phone], index) => {
    const space = spaces[index % Math.max(1, spaces.length)];
    const slot = slots.find(({ spaceIds }) => space && spaceIds.includes(space.id));
    return [
      written(400 + index * 7),
      ...[space ? textIn(space.name, locale) : "", slot ? textIn(slot.name, locale) : ""],
      ...[textIn(name, locale), phone, textIn(event, locale), "300", "1,25,000"],
      ...(index === 0 ? ["50,000", written(-10), "UPI", ""] : ["", "", "", ""]),
    ];
  });
}
