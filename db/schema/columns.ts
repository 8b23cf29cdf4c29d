import { bigint, customType, jsonb, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { LocalText } from "../../lib/core/locale";
import type { Period } from "../../lib/core/period";

/** First half of every tenant-owned primary key. Row-level security compares it with `app.tenant`. */
export const tenantId = () => uuid("tenant_id").notNull();
export const id = () => uuid("id").notNull();
export const ref = (name: string) => uuid(name);

/** Integer paise. */
export const paise = (name: string) => bigint(name, { mode: "number" });
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const createdAt = () => at("created_at").notNull().defaultNow();
export const localText = (name: string) => jsonb(name).$type<LocalText>();
export const code = <T extends string>(name: string) => text(name).$type<T>();

/** Small files: a logo, an uploaded sheet. */
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

const RANGE = /^\["?([^",]+)"?,"?([^",)]+)"?\)$/;

/** Half-open `[startsAt, endsAt)` as Postgres tstzrange. */
export const period = customType<{ data: Period; driverData: string }>({
  dataType: () => "tstzrange",
  toDriver: ({ startsAt, endsAt }) => `[${startsAt.toISOString()},${endsAt.toISOString()})`,
  fromDriver: (value) => {
    const match = RANGE.exec(value);
    if (!match?.[1] || !match[2]) throw new Error(`not a bounded half-open tstzrange: ${value}`);
    return { startsAt: new Date(match[1]), endsAt: new Date(match[2]) };
  },
});
