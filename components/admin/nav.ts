import type { Permission } from "@/lib/core/permissions";
import type { Messages } from "@/lib/i18n/load-messages";

type NavWord = keyof Messages["admin"]["nav"];
type NavEntry = {
  key: NavWord;
  /** Below `/admin`. */
  path: string;
  permission: Permission;
  /** After `g` on the keyboard. */
  letter?: string;
};

/** Every room of the dashboard in the order of the day. On a phone the first four stand at the bottom, the others under "more". */
export const NAV = [
  { key: "today", path: "", permission: "diary.read", letter: "t" },
  { key: "diary", path: "/diary", permission: "diary.read", letter: "d" },
  { key: "requests", path: "/requests", permission: "booking.approve", letter: "r" },
  { key: "bookings", path: "/bookings", permission: "diary.read", letter: "b" },
  { key: "new", path: "/new", permission: "booking.take" },
  { key: "money", path: "/money", permission: "money.read", letter: "p" },
  { key: "customers", path: "/customers", permission: "customer.read", letter: "c" },
  { key: "setup", path: "/setup", permission: "setup.read", letter: "s" },
  { key: "import", path: "/import", permission: "import.run" },
  { key: "team", path: "/team", permission: "team.read", letter: "m" },
  { key: "reports", path: "/reports", permission: "report.read", letter: "o" },
  { key: "history", path: "/history", permission: "history.read", letter: "h" },
  { key: "account", path: "/logins", permission: "admin.enter" },
] as const satisfies readonly NavEntry[];

export type NavKey = (typeof NAV)[number]["key"];

/** A room that this person may enter, in their language. */
export type NavItem = { key: NavKey; href: string; label: string; letter: string | null; badge: string | null };
