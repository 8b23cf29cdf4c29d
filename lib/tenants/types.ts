import type { TenantId } from "@/db/client";
import type { BankDetails } from "@/db/schema/hall";
import type { Locale } from "@/lib/core/locale";
import type { HandMethod } from "@/lib/core/payment-method";
import type { TenantFacts } from "@/lib/core/tenant-facts";

export type { TenantId };

export type Tenant = TenantFacts & {
  id: TenantId;
  /** Languages that families are offered; its own is among them. */
  locales: Locale[];
  /** The file that is its logo, where it has one. */
  logoId?: string | null;
};

/** How a hall takes money at its desk. `seen` is what a form's values were when it was shown. */
export type PaymentMethods = {
  methods: HandMethod[];
  seen: string;
  /** Null for whoever may not see where money goes. */
  bank: {
    upiVpa: string | null;
    bank: BankDetails | null;
    staffDiscountPercent: number;
    managerDiscountPercent: number;
    seen: string;
  } | null;
};
