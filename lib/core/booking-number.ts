import type { LocalDate } from "./local-date";

/** `PAR-2026-0001`; a series may outgrow its four digits. */
export function bookingNumber(prefix: string, year: number, n: number): string {
  return `${prefix}-${year}-${String(n).padStart(4, "0")}`;
}

/** India's year of account, April to March: `2026-27`. */
export function financialYear(date: LocalDate): string {
  const year = Number(date.slice(0, 4)) - (date.slice(5, 7) < "04" ? 1 : 0);
  return `${year}-${String((year + 1) % 100).padStart(2, "0")}`;
}

/** `PAR/R26-27/0107`: at most 16 characters, consecutive within a financial year, as GST rules ask of documents. */
export function receiptNumber(prefix: string, year: string, n: number): string {
  return `${prefix}/R${year.slice(2)}/${String(n).padStart(4, "0")}`;
}

/** `PAR/V26-27/0012`: the voucher that goes with money sent back. */
export function refundVoucherNumber(prefix: string, year: string, n: number): string {
  return `${prefix}/V${year.slice(2)}/${String(n).padStart(4, "0")}`;
}
