/** What a step showed: the whole wish with its total, and its functions alone, which are priced before guests and extras are known. */
export type ShownPrice = { wish: string; functions: string; functionsPaise: number; totalPaise: number };

const KEY = "mandap.shown";
let memory: ShownPrice | null = null;

/** The total that this wish would have by the prices shown before; null where nothing of it was shown. */
export function readShown(now: ShownPrice): number | null {
  const before = read();
  if (before?.wish === now.wish) return before.totalPaise;
  if (before?.functions === now.functions) return now.totalPaise - now.functionsPaise + before.functionsPaise;
  return null;
}

export function saveShown(shown: ShownPrice): void {
  memory = shown;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(shown));
  } catch {
    // Kept in memory above.
  }
}

function read(): ShownPrice | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (typeof value !== "object" || value === null) return memory;
    const [wish, functions, functionsPaise, totalPaise]: unknown[] = [
      "wish",
      "functions",
      "functionsPaise",
      "totalPaise",
    ].map((name) => Reflect.get(value, name));
    if (typeof wish !== "string" || typeof functions !== "string") return memory;
    if (typeof functionsPaise !== "number" || typeof totalPaise !== "number") return memory;
    return { wish, functions, functionsPaise, totalPaise };
  } catch {
    return memory;
  }
}
