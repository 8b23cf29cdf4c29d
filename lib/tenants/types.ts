import type { TenantId } from "@/db/client";
import type { TenantFacts } from "@/lib/core/tenant-facts";

export type { TenantId };

export type Tenant = TenantFacts & { id: TenantId };
