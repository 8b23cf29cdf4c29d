const KEY = "mandap.hold-key";

type Kept = { wish: string; key: string };
let memory: Kept | null = null;

/**
 * The key under which a wish is held: the same for a double tap, a retry after a lost connection and a refresh, so that
 * all of them lead to one booking; another wish gets another key.
 */
export function holdKeyOf(wish: string): string {
  const kept = read();
  if (kept?.wish === wish) return kept.key;
  const fresh = { wish, key: crypto.randomUUID() };
  memory = fresh;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(fresh));
  } catch {
    // Kept in memory above.
  }
  return fresh.key;
}

/** Once a hold has ended, wanting the same again is a new wish. */
export function forgetHoldKey(): void {
  memory = null;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

function read(): Kept | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (typeof value !== "object" || value === null) return memory;
    const wish: unknown = Reflect.get(value, "wish");
    const key: unknown = Reflect.get(value, "key");
    return typeof wish === "string" && typeof key === "string" ? { wish, key } : memory;
  } catch {
    return memory;
  }
}

const ACCEPTED = "mandap.accepted";

/** Notes that the terms were accepted for a wish, for the way over the login. */
export function noteAccepted(wish: string): void {
  try {
    sessionStorage.setItem(ACCEPTED, wish);
  } catch {
    // Without storage the review asks again after the login.
  }
}

export function hasAccepted(wish: string): boolean {
  try {
    return sessionStorage.getItem(ACCEPTED) === wish;
  } catch {
    return false;
  }
}
