import type { Actor, StaffRole } from "@/lib/core/actor";
import type { Locale } from "@/lib/core/locale";
import type { Tenant } from "@/lib/tenants/types";

/** Somebody who is not known yet: where they are, and the secret that their browser keeps. */
export type Visitor = {
  tenant: Tenant;
  requestId: string;
  locale: Locale;
  /** The host that the page came from, without its port: what a WebOTP message names. */
  host: string;
  /** Address as limits count it: IPv4 whole, IPv6 by its /64. */
  ip: string;
  /** Secret of an httpOnly cookie; only its SHA-256 is stored. */
  browser: string;
  userAgent: string | null;
};

/** A code that is under way. Nothing in it helps to guess the code. */
export type PendingChallenge = {
  id: string;
  maskedPhone: string;
  resendInSeconds: number;
  expiresInSeconds: number;
};

/** What a session token says. Anything else is asked of the database. */
export type SessionToken = { userId: string; tenantId: string; sessionId: string; version: number };

export type SignedIn = SessionToken & { expiresInSeconds: number };

export type Person = {
  userId: string;
  phone: string;
  name: string | null;
  email: string | null;
};

/** Somebody that the hall knows, as the desk sees them; `locale` is the language they last used. */
export type FoundCustomer = Person & { locale: Locale | null };

export type SignedInPerson = { actor: Extract<Actor, { kind: "customer" | "staff" }>; person: Person };

/** One of the hall's people; `invited` until the first login after being taken in. */
export type Member = {
  userId: string;
  name: string | null;
  phone: string;
  role: StaffRole;
  isInvited: boolean;
  lastLoginAt: Date | null;
};

/** One login of one's own. */
export type OwnSession = { id: string; userAgent: string | null; createdAt: Date; expiresAt: Date };

/** Where somebody stands on the way in. `profile` is signed in, but without a name. */
export type LoginProgress =
  | { step: "phone" }
  | { step: "code"; pending: PendingChallenge }
  | { step: "profile" }
  | { step: "done" };

/** A key of the API as its list shows it; `prefix` is all that is left of its secret. */
export type ListedApiKey = {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  by: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  isLive: boolean;
};

/** Somebody that the hall knows, as other programs see them. It survives JSON. */
export type HallUser = {
  id: string;
  name: string | null;
  phone: string;
  email: string | null;
  locale: Locale | null;
  /** RFC 3339. */
  createdAt: string;
};

/** The same for who may not read customers: what they sent when they made the user, and no more. */
export type MadeUser = Pick<HallUser, "id" | "phone" | "name"> & Partial<HallUser>;
/** And when they changed it. */
export type ChangedUser = Pick<HallUser, "id"> & Partial<HallUser>;
