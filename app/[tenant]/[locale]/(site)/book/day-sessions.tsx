import { clashes } from "@/components/booking/clashes";
import { CustomTimes } from "@/components/booking/custom-times";
import { SessionList } from "@/components/booking/session-list";
import { SessionPicker } from "@/components/booking/session-picker";
import { isSession, STEP_PATHS, stepHref } from "@/components/booking/wish";
import { WishFields } from "@/components/booking/wish-fields";
import { localePath } from "@/lib/i18n/paths";
import { isOpenTo, loadDay, type StepView } from "./load-step";
import { type Picking, withFunction } from "./picking";

/** The sessions of a day, each leading to the wish with that session in the place that is being chosen. */
export async function DaySessions({ view, picking }: { view: StepView; picking: Picking }) {
  const { visit, venue, wish, chosen, hold } = view;
  const { locale } = visit;
  const day = await loadDay(visit.tenant, venue, picking.date);
  const sessions = (day?.slots ?? []).map((slot) => ({
    ...slot,
    state: slot.state !== "past" && isOpenTo(slot, hold) ? ("free" as const) : slot.state,
    isChosen: isSession(wish.functions[picking.index], { ...slot, date: picking.date }),
    isYours: chosen.some(
      (one) =>
        one.index !== picking.index &&
        one.period !== null &&
        clashes(venue.spaces, { ...slot, period: slot }, { spaceId: one.wanted.spaceId, period: one.period }),
    ),
  }));
  const fields = (
    <>
      <WishFields wish={wish} />
      <input type="hidden" name="pick" value={picking.index} />
    </>
  );
  const action = localePath(locale, STEP_PATHS.when);
  return (
    <>
      <SessionPicker
        locale={locale}
        action={action}
        fields={fields}
        {...picking}
        isMuhurat={day?.muhurat ?? false}
        hrefOfDate={(date) => `${stepHref(locale, "when", wish, { pick: String(picking.index), date })}#pick`}
        calendarHref={localePath(locale, `/venues/${venue.slug}?date=${picking.date}`)}
      >
        {sessions.length === 0 ? null : (
          <SessionList
            locale={locale}
            venue={venue}
            sessions={sessions}
            hrefOf={({ spaceId, slotId }) =>
              stepHref(locale, "when", withFunction(wish, picking.index, { spaceId, slotId, date: picking.date }))
            }
          />
        )}
      </SessionPicker>
      {venue.settings.customTimes === "everyone" ? (
        <CustomTimes
          locale={locale}
          venue={venue}
          action={action}
          fields={fields}
          date={picking.date}
          current={wish.functions[picking.index]}
        />
      ) : null}
    </>
  );
}
