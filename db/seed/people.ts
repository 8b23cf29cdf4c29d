import type { Random } from "./random";

const WOMEN = [
  "Sunita",
  "Anjali",
  "Vaishali",
  "Sharayu",
  "Manisha",
  "Rohini",
  "Shubhangi",
  "Pallavi",
  "Jyoti",
  "Ashwini",
  "Kavita",
  "Snehal",
] as const;
const MEN = [
  "Ganesh",
  "Prakash",
  "Sandeep",
  "Vitthal",
  "Dnyaneshwar",
  "Amol",
  "Rajendra",
  "Balasaheb",
  "Nitin",
  "Sachin",
  "Bhausaheb",
  "Pandurang",
] as const;
const FAMILIES = [
  "Jadhav",
  "Pawar",
  "Deshmukh",
  "Kulkarni",
  "Shinde",
  "More",
  "Kale",
  "Gaikwad",
  "Chavan",
  "Joshi",
  "Waghmare",
  "Patil",
  "Kadam",
  "Bhosale",
  "Salunke",
  "Ingle",
  "Rathod",
  "Deshpande",
  "Solanke",
  "Lokhande",
] as const;

const MARATHI: Record<(typeof FAMILIES)[number], string> = {
  Jadhav: "जाधव",
  Pawar: "पवार",
  Deshmukh: "देशमुख",
  Kulkarni: "कुलकर्णी",
  Shinde: "शिंदे",
  More: "मोरे",
  Kale: "काळे",
  Gaikwad: "गायकवाड",
  Chavan: "चव्हाण",
  Joshi: "जोशी",
  Waghmare: "वाघमारे",
  Patil: "पाटील",
  Kadam: "कदम",
  Bhosale: "भोसले",
  Salunke: "साळुंके",
  Ingle: "इंगळे",
  Rathod: "राठोड",
  Deshpande: "देशपांडे",
  Solanke: "सोळंके",
  Lokhande: "लोखंडे",
};

export type Family = (typeof FAMILIES)[number];
export type Person = { name: string; family: Family; phone: string };

/** The n-th demo customer; phones run from +91 98000 10001. */
export function person(random: Random, n: number): Person {
  const family = random.pick(FAMILIES);
  return { name: `${random.pick(random.chance(0.4) ? WOMEN : MEN)} ${family}`, family, phone: `+9198000${10_000 + n}` };
}

/** What the hall writes in its diary: "जाधव – पवार विवाह". */
export function titleOf(random: Random, family: Family, event: string): string {
  const own = MARATHI[family];
  const others = FAMILIES.filter((one) => one !== family);
  const other = MARATHI[others[random.between(0, others.length - 1)] ?? family];
  switch (event) {
    case "wedding":
      return `${own} – ${other} विवाह`;
    case "engagement":
      return `${own} – ${other} साखरपुडा`;
    case "reception":
      return `${own} स्वागत समारंभ`;
    case "naming":
      return `${own} बारसे`;
    case "birthday":
      return `${own} वाढदिवस`;
    case "meeting":
      return `${own} स्नेहमेळावा`;
    default:
      return `${own} मुंज`;
  }
}
