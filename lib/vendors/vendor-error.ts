type VendorOutcome = "refused" | "later" | "unknown";

/**
 * A service outside did not do what it was asked. `refused` means it said no and nothing happened; `later` the same, but
 * it may say yes to the same words another time (too many calls, an account short of money); `unknown` means that nobody can
 * tell (a timeout, a cut connection, a 5xx), so the caller must not assume either way.
 */
export class VendorError extends Error {
  readonly vendor: string;
  readonly outcome: VendorOutcome;

  constructor(vendor: string, outcome: VendorOutcome, message: string, options?: ErrorOptions) {
    super(`${vendor}: ${message}`, options);
    this.name = "VendorError";
    this.vendor = vendor;
    this.outcome = outcome;
  }
}
