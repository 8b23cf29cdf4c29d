import "server-only";
import { inTenant, type TenantId } from "@/db/client";
import { daysOf, nextChangeAt } from "@/lib/core/availability";
import { addDays, addMonths, type LocalDate } from "@/lib/core/local-date";
import { overlaps, type Period, startOfDay } from "@/lib/core/period";
import { listClaims } from "@/lib/venues/list-claims";
import { listMuhuratDates } from "@/lib/venues/load-venue";
import { venueBookAt } from "@/lib/venues/queries";
import type { Month } from "./month";

type Span = { from: LocalDate; to: LocalDate; touching: Period };

// A session of the last day ends up to two days later; buffers reach a little further on both sides.
function spanOf(firstMonth: string, lastMonth: string, timeZone: string): Span {
  const from = `${firstMonth}-01`;
  const to = addDays(addMonths(`${lastMonth}-01`, 1), -1);
  return {
    ...{ from, to },
    touching: { startsAt: startOfDay(addDays(from, -1), timeZone), endsAt: startOfDay(addDays(to, 4), timeZone) },
  };
}

/**
 * A venue's months (`YYYY-MM`, ascending) from Postgres, in one transaction. `generation` must have been read before:
 * what is loaded is never older. Empty where the venue is gone.
 */
export async function loadMonths(
  tenantId: TenantId,
  venueId: string,
  names: readonly [string, ...string[]],
  generation: number,
  now: Date,
): Promise<Map<string, Month>> {
  const book = await venueBookAt({ id: tenantId }, venueId, generation);
  if (!book) return new Map();
  const { settings, spaces, slots } = book.venue;
  const partIds = [...new Set(spaces.flatMap((space) => space.partIds))];
  const all = spanOf(names[0], names.at(-1) ?? names[0], settings.timeZone);
  const [claims, muhurat] = await inTenant(tenantId, (tx) =>
    Promise.all([
      listClaims(tx, tenantId, partIds, all.touching),
      listMuhuratDates(tx, tenantId, venueId, all.from, all.to),
    ]),
  );
  const shared = {
    spaces,
    slots,
    settings,
    now,
    prices: book.prices,
    rules: book.rules,
    muhuratDates: new Set(muhurat),
  };
  return new Map(
    names.map((name) => {
      const { from, to, touching } = spanOf(name, name, settings.timeZone);
      const input = { ...shared, from, to, claims: claims.filter(({ period }) => overlaps(period, touching)) };
      return [name, { days: daysOf(input), until: nextChangeAt(input).getTime() }];
    }),
  );
}
