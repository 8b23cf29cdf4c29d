import { asciiDigits } from "@/lib/core/digits";
import type { Locale } from "@/lib/core/locale";
import { formatMoney, formatNumber } from "@/lib/core/money";
import { dayWords } from "@/lib/i18n/day-words";
import { DOT, fill } from "@/lib/i18n/plain-text";
import type { SetupWords } from "./sections";

export type RuleChoices = {
  spaces: readonly { id: string; name: string }[];
  slots: readonly { id: string; name: string }[];
  weekdays: readonly string[];
};

type Named = { id: string; name: string };

/** What a rule being written does and when, in one line: what a closed one shows. */
export function ruleSummary(rule: unknown, words: SetupWords, choices: RuleChoices, locale: Locale): string {
  if (!isRecord(rule)) return "";
  const w = words.prices;
  const nameOf = (items: readonly Named[], id: unknown) => items.find((item) => item.id === id)?.name;
  const days = Array.isArray(rule.weekdays) ? rule.weekdays : [];
  const from = typeof rule.from === "string" && rule.from ? dayWords(rule.from, locale) : "";
  const to = typeof rule.to === "string" && rule.to ? dayWords(rule.to, locale) : "";
  return [
    effect(rule.adjust, words, locale),
    nameOf(choices.spaces, rule.spaceId) ?? w.everySpace,
    nameOf(choices.slots, rule.slotId) ?? w.everySession,
    days.map((day) => choices.weekdays[Number(day) - 1] ?? "").join(", "),
    from || to ? `${from} – ${to}` : "",
    rule.muhurat === true ? w.onlyMuhurat : rule.muhurat === false ? w.onlyOrdinary : "",
    rule.stop === true ? w.stop : "",
  ]
    .filter((part) => part !== "")
    .join(DOT);
}

function effect(adjust: unknown, words: SetupWords, locale: Locale): string {
  if (!isRecord(adjust)) return "";
  const value = Number(asciiDigits(String(adjust.value ?? "")).replace(/[₹,\s]/g, "") || Number.NaN);
  if (Number.isNaN(value)) return "";
  const sign = value < 0 ? "" : "+";
  const rupees = formatMoney(Math.round(value * 100), locale);
  if (adjust.kind === "percent") return `${sign}${formatNumber(value, locale)} %`;
  return adjust.kind === "set" ? fill(words.prices.setTo, { amount: rupees }) : `${sign}${rupees}`;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
