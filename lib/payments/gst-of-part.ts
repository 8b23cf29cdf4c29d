import { splitGst } from "@/lib/core/gst";
import { type Paise, roundPaise } from "@/lib/core/money";
import type { Receipt } from "./types";

type Line = { gstRate: number; sac: string; amountPaise: Paise };

/**
 * The GST inside a part payment of a quote: the money is spread over the quote's rates in proportion, and the last rate
 * takes what rounding leaves, so that the parts always sum to the amount. A rate that the quote nets to nothing is left out.
 */
export function gstOfPart(amountPaise: Paise, lines: readonly Line[]): Receipt["gst"] {
  const groups = new Map<string, Line>();
  for (const line of lines) {
    const key = `${line.gstRate}|${line.sac}`;
    groups.set(key, { ...line, amountPaise: line.amountPaise + (groups.get(key)?.amountPaise ?? 0) });
  }
  const rates = [...groups.values()].filter((group) => group.amountPaise > 0);
  const total = rates.reduce((sum, rate) => sum + rate.amountPaise, 0);
  let left = amountPaise;
  return rates.map(({ gstRate, sac, amountPaise: whole }, index) => {
    const part = index === rates.length - 1 ? left : Math.min(left, roundPaise((amountPaise * whole) / total));
    left -= part;
    const { taxablePaise, cgstPaise, sgstPaise } = splitGst(part, gstRate);
    return { gstRate, sac, taxablePaise, cgstPaise, sgstPaise, amountPaise: part };
  });
}
