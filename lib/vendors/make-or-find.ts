import "server-only";
import { VendorError } from "./vendor-error";

/** Makes something at a vendor; where nobody knows whether it was made, looks for it instead of making a second. @throws VendorError */
export async function makeOrFind<T>(make: () => Promise<T>, find: () => Promise<T | null>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof VendorError) || error.outcome !== "unknown") throw error;
    const found = await find();
    if (found === null) throw error;
    return found;
  }
}
