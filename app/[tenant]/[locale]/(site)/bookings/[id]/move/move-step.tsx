import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { clashes } from "@/components/booking/clashes";
import { FunctionCard } from "@/components/booking/function-card";
import { functionName } from "@/components/booking/function-lines";
import { MoveBooking } from "@/components/booking/move-booking";
import { SessionList } from "@/components/booking/session-list";
import { SessionPicker } from "@/components/booking/session-picker";
import { TakenNotices } from "@/components/booking/taken-notice";
import { functionParam, isSession, replaced, type SearchParams } from "@/components/booking/wish";
import { WishFields } from "@/components/booking/wish-fields";
import { Notice } from "@/components/ui/notice";
import { formatMoney } from "@/lib/core/money";
import { localePath } from "@/lib/i18n/paths";
import { loadDay } from "../../../book/load-step";
import { readPicking, withFunction } from "../../../book/picking";
import { loadMove, moveHref } from "./load-move";

type Props = {
  id: string;
  query: SearchParams;
  /** Where the booking is, for a family or for the hall. */
  base: `/bookings/${string}` | `/admin/bookings/${string}`;
};

/** Another day or session for each function, at a price that is shown first. */
export async function MoveStep({ id, query, base }: Props) {
  const { own, wish, hasMoved, priced, chosen, taken, difference } = await loadMove(id, query, base);
  const { ctx, booking, place } = own;
  const { locale } = ctx;
  const path = localePath(locale, `${base}/move`);
  const picking = readPicking({ pick: hasMoved ? undefined : "0", ...query }, wish, place, ctx.now);
  const [t, names, day] = await Promise.all([
    getTranslations({ locale, namespace: "bookings.move" }),
    getTranslations({ locale, namespace: "booking.functions" }),
    picking ? loadDay(ctx.tenant, place, picking.date) : null,
  ]);
  const money = (paise: number) => formatMoney(paise, locale);
  return (
    <div className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-5 px-4 py-6 md:px-6">
      <header>
        <p className="font-semibold">{booking.number}</p>
        <h1 className="mt-1 text-[1.75rem] md:text-[2.125rem]">{t("title")}</h1>
        <p className="mt-1 text-ink-2">{t("lead")}</p>
      </header>
      <TakenNotices
        locale={locale}
        venue={place}
        chosen={chosen}
        taken={taken}
        hrefOf={(index, offer) => moveHref(path, replaced(wish, index, offer))}
      />
      {chosen.map((one) => (
        <FunctionCard
          key={`${one.index}${functionParam(one.wanted)}`}
          one={one}
          locale={locale}
          timeZone={place.settings.timeZone}
          name={<p className="text-ink-2">{functionName(names, one.wanted.name)}</p>}
        >
          <Link
            className="text-link inline-flex min-h-11 items-center"
            href={`${moveHref(path, wish, { pick: String(one.index), date: one.date })}#pick`}
          >
            {t("choose")}
          </Link>
        </FunctionCard>
      ))}
      {picking ? (
        <SessionPicker
          locale={locale}
          action={path}
          fields={
            <>
              <WishFields wish={wish} except={["venue", "guests", "type", "with", "q"]} />
              <input type="hidden" name="pick" value={picking.index} />
            </>
          }
          {...picking}
          isMuhurat={day?.muhurat ?? false}
          hrefOfDate={(date) => `${moveHref(path, wish, { pick: String(picking.index), date })}#pick`}
          calendarHref={localePath(locale, `/venues/${place.slug}?date=${picking.date}`)}
        >
          {day && day.slots.length > 0 ? (
            <SessionList
              locale={locale}
              venue={place}
              sessions={day.slots.map((slot) => ({
                ...slot,
                isChosen: isSession(wish.functions[picking.index], { ...slot, date: picking.date }),
                isYours: own.functions.some((one) =>
                  clashes(place.spaces, { ...slot, period: slot }, { ...one, period: one }),
                ),
              }))}
              hrefOf={({ spaceId, slotId }) =>
                moveHref(path, withFunction(wish, picking.index, { spaceId, slotId, date: picking.date }))
              }
            />
          ) : null}
        </SessionPicker>
      ) : null}
      {hasMoved && !priced ? <Notice tone="problem" title={t("notPossible")} /> : null}
      {hasMoved && priced && taken.length === 0 ? (
        <MoveBooking
          bookingId={id}
          functions={wish.functions}
          shownTotalPaise={priced.quote.totalPaise}
          bookingHref={localePath(locale, base)}
          words={{
            difference:
              difference === 0
                ? t("same", { total: money(priced.quote.totalPaise) })
                : difference > 0
                  ? t("more", { total: money(priced.quote.totalPaise), difference: money(difference) })
                  : t("less", { total: money(priced.quote.totalPaise), difference: money(-difference) }),
            confirm: t("confirm"),
            moving: t("moving"),
            offline: t("offline"),
          }}
        />
      ) : null}
    </div>
  );
}
