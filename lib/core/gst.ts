import { type Paise, roundPaise } from "./money";

export type GstSplit = { taxablePaise: Paise; gstPaise: Paise; cgstPaise: Paise; sgstPaise: Paise };

/**
 * The GST contained in an amount at a rate in per cent, halved into CGST and SGST (CGST Act 2017 §9 with the state's Act).
 * The parts always sum to the amount.
 */
export function splitGst(amountPaise: Paise, ratePercent: number): GstSplit {
  const gstPaise = roundPaise((amountPaise * ratePercent) / (100 + ratePercent));
  const cgstPaise = roundPaise(gstPaise / 2);
  return { taxablePaise: amountPaise - gstPaise, gstPaise, cgstPaise, sgstPaise: gstPaise - cgstPaise };
}
