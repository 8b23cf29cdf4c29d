/**
 * A service outside did not do what it was asked. `refused` means it said no and nothing happened; `unknown` means that
 * nobody can tell (a timeout, a cut connection, a 5xx), so the caller must not assume either way.
 */
export class VendorError extends Error {
  readonly vendor: string;
  readonly outcome: "refused" | "unknown";

  constructor(vendor: string, outcome: "refused" | "unknown", message: string, options?: ErrorOptions) {
    super(`${vendor}: ${message}`, options);
    this.name = "VendorError";
    this.vendor = vendor;
    this.outcome = outcome;
  }
}
