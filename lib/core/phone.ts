import { asciiDigits } from "./digits";

/** An Indian mobile in E.164 (`+919876543210`) from whatever a person types, or null. */
export function parsePhone(text: string): string | null {
  const digits = asciiDigits(text.replace(/[\s().\p{Dash}\p{Cf}]/gu, ""));
  const match = /^(?:(?:\+|00)?91)?0?([6-9]\d{9})$/.exec(digits);
  return match ? `+91${match[1]}` : null;
}

/** `+91 98••• ••210`, for logs and for screens that others may see. */
export function maskPhone(phone: string): string {
  const national = phone.replace(/^\+91/, "").replace(/\D/g, "");
  return `+91 ${national.slice(0, 2)}••• ••${national.slice(-3)}`;
}

/** `+91 98765 43210`. */
export function formatPhone(phone: string): string {
  return phone.replace(/^\+91(\d{5})(\d{5})$/, "+91 $1 $2");
}
