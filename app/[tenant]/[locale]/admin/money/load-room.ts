import "server-only";
import { hallZone } from "@/lib/core/hall-zone";
import { textIn } from "@/lib/core/locale";
import { todayIn } from "@/lib/core/period";
import { mayDo } from "@/lib/core/permissions";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { listVenues } from "@/lib/venues/queries";
import { loadAdmin } from "@/lib/web/load-admin";

/** What each list of the money room begins with. */
export async function loadRoom() {
  const ctx = await loadAdmin("money.read");
  const [messages, venues] = await Promise.all([loadMessages(ctx.locale), listVenues(ctx.tenant)]);
  return {
    ctx,
    locale: ctx.locale,
    words: messages.admin.money,
    methods: messages.bookings.ledger.methods,
    messages,
    venues: venues.map(({ id, name }) => ({ id, name: textIn(name, ctx.locale) })),
    today: todayIn(ctx.now, hallZone(venues)),
    mayExport: mayDo(ctx.actor, "money.export"),
    path: (below = "") => localePath(ctx.locale, `/admin/money${below}`),
  };
}

/** The sheet of a list, with the filter that it shows. */
export function csvHref(list: string, filter: Record<string, string | undefined>): string {
  const pairs = Object.entries(filter).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
  return `/api/admin/money/${list}?${new URLSearchParams(pairs)}`;
}
